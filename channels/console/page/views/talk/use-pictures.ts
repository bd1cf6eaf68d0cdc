/** Pictures that go with the next words: brought to the server at once, sent with them. */
import { useState } from 'preact/hooks';
import { canSend, mostPictures } from '../../talk/check-picture.ts';
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';

export interface SentPicture {
  readonly id: string;
  readonly url: string;
}

export interface Pictures {
  readonly list: readonly SentPicture[];
  readonly going: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
}

export function usePictures(): Pictures {
  const { caller, say, fail } = useConsole();
  const [list, setList] = useState<readonly SentPicture[]>([]);
  const [going, setGoing] = useState(false);
  const add = async (files: readonly File[]) => {
    const fitting = files.filter(canSend);
    if (fitting.length < files.length) say(texts.compose.pictureKind);
    if (list.length + fitting.length > mostPictures) say(texts.compose.pictureMost);
    setGoing(true);
    try {
      for (const file of fitting.slice(0, mostPictures - list.length)) {
        const picture = await caller.upload<SentPicture>('/pictures', file);
        setList((before) => [...before, picture]);
      }
    } catch (error) {
      fail(error);
    } finally {
      setGoing(false);
    }
  };
  return {
    list,
    going,
    add: (files) => void add(files),
    remove: (id) => setList((before) => before.filter((one) => one.id !== id)),
    clear: () => setList([]),
  };
}
