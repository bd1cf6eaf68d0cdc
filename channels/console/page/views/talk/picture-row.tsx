/** The pictures that go with the next words. */
import { fill, texts } from '../../texts/texts.ts';
import { CloseIcon } from '../../view/icon.tsx';
import type { Pictures } from './use-pictures.ts';

export function PictureRow({ pictures }: { readonly pictures: Pictures }) {
  if (pictures.list.length === 0 && !pictures.going) return null;
  return (
    <ul class="picture-row">
      {pictures.list.map(({ id, url }, index) => (
        <li key={id} class="picture">
          <img src={url} alt={texts.talk.pictureAlt} />
          <button
            type="button"
            class="button round"
            aria-label={fill(texts.compose.removePicture, { number: index + 1 })}
            onClick={() => pictures.remove(id)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
      {pictures.going ? <li role="status">{texts.compose.pictureGoing}</li> : null}
    </ul>
  );
}
