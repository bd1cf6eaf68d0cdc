/** Small drawings beside words. Never the only carrier of a meaning, so hidden from screen readers. */
import { Icon } from '../../../pages/view/icon.tsx';

export { CloseIcon, Icon, PersonIcon, SendIcon, WarnIcon } from '../../../pages/view/icon.tsx';
export const BackIcon = () => <Icon path="M14.5 5L8 12l6.500 7" />;
export const MenuIcon = () => <Icon path="M4 7h16M4 12h16M4 17h16" />;
export const SearchIcon = () => <Icon path="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16.200 16.200L21 21" />;
export const CannedIcon = () => <Icon path="M4 5h16v11H9l-4 4v-4H4zM8 9h8M8 12.500h5" />;
export const PictureIcon = () => <Icon path="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.200v.1" />;
export const NoteIcon = () => <Icon path="M5 4h14v11l-5 5H5zM19 15h-5v5M8.500 8.500h7M8.500 12h5" />;
export const MoreIcon = () => (
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    {[5, 12, 19].map((x) => (
      <circle key={x} cx={x} cy="12" r="2" fill="currentColor" />
    ))}
  </svg>
);
export const ClockIcon = () => <Icon path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2" />;
export const CheckIcon = () => <Icon path="M4.500 12.500l5 5L19.500 7" />;
export const MoveIcon = () => <Icon path="M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4" />;
export const RobotIcon = () => (
  <Icon path="M6 9h12v9H6zM12 9V5M12 4.500v.1M9.500 13v.5M14.500 13v.5M3.500 12v3M20.500 12v3" />
);
export const PrintIcon = () => <Icon path="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />;
export const TagIcon = () => <Icon path="M4 4h7l9 9-7 7-9-9zM8 8v.1" />;
export const FilterIcon = () => <Icon path="M4 6h16M7 12h10M10 18h4" />;
export const KeyboardIcon = () => <Icon path="M3 7h18v10H3zM7 11v.1M11 11v.1M15 11v.1M8 14h8" />;

/** The mark of the product: an open door. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false">
    <rect width="40" height="40" rx="11" class="mark-ground" />
    <path class="mark-frame" d="M12 30V15a8 8 0 0 1 16 0v15" fill="none" stroke-width="2.800" stroke-linecap="round" />
    <path class="mark-door" d="M16.500 30V16.200L24 13v17z" />
    <path class="mark-frame" d="M9 30.500h22" stroke-width="2.800" stroke-linecap="round" />
  </svg>
);
