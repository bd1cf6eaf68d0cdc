/** Small drawings beside words. Never the only carrier of a meaning, so hidden from screen readers. */
import { Icon } from '../../../pages/view/icon.tsx';

export { CloseIcon, PersonIcon, SendIcon, WarnIcon } from '../../../pages/view/icon.tsx';
export const SourceIcon = () => <Icon path="M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5" />;
export const ListIcon = () => (
  <Icon path="M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M12 6.5h8M12 12.5h8M12 18.5h8" />
);
export const MoreIcon = () => <Icon path="M4 7h16M4 12h16M4 17h16" />;
export const UpIcon = () => (
  <Icon path="M7 11v9H4v-9zM7 11l4-7c1.500 0 2.500 1 2.500 2.500V10H19a1.500 1.500 0 0 1 1.500 1.800l-1.300 6.700A2 2 0 0 1 17.200 20H7" />
);
export const DownIcon = () => (
  <Icon path="M17 13V4h3v9zM17 13l-4 7c-1.500 0-2.500-1-2.500-2.500V14H5a1.500 1.500 0 0 1-1.500-1.800l1.300-6.700A2 2 0 0 1 6.800 4H17" />
);
export const HomeIcon = () => <Icon path="M4 11l8-7 8 7M6 9.500V20h12V9.500M9.500 14l2 2 3.500-4" />;

/** The mark: an open door. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" rx="11" class="mark-ground" />
    <path class="mark-frame" d="M12 30V15a8 8 0 0 1 16 0v15" fill="none" stroke-width="2.800" stroke-linecap="round" />
    <path class="mark-door" d="M16.500 30V16.200L24 13v17z" />
    <path class="mark-frame" d="M9 30.500h22" stroke-width="2.800" stroke-linecap="round" />
  </svg>
);
