/** Small drawings beside words, those of both pages. Never the only carrier of a meaning, so hidden from screen readers. */

interface IconProps {
  readonly path: string;
}

export const Icon = ({ path }: IconProps) => (
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

export const CloseIcon = () => <Icon path="M6 6l12 12M18 6L6 18" />;
export const WarnIcon = () => <Icon path="M12 4L2.800 20h18.400zM12 10v4.500M12 17.500v.1" />;
export const SendIcon = () => <Icon path="M12 20V5M5.500 11.500L12 5l6.500 6.500" />;
export const PersonIcon = () => <Icon path="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4 3.800-6 8-6s7.400 2 8 6" />;
