/** Whom the open talk can be moved to; read once one looks at that kind. */
import { useEffect, useState } from 'preact/hooks';
import type { Target, TargetKind } from '../../talk/targets.ts';
import { texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import type { Caller } from '../../wire/call.ts';
import type { ColleagueList } from '../../wire/wire-types.ts';

type Read = (caller: Caller, own: string) => Promise<readonly Target[]>;

const presenceWord = (state: string): string =>
  state === 'available' || state === 'away' || state === 'offline' ? texts.presence[state] : state;

const readers: Readonly<Record<TargetKind, Read>> = {
  staff: async (caller, own) =>
    (await caller.get<ColleagueList>('/colleagues'))
      .filter(({ member }) => member.id !== own)
      .map(({ member, presence }) => ({
        value: member.id,
        name: member.name,
        about: [member.desk, presenceWord(presence)].filter(Boolean).join(', '),
      })),
  desk: async (caller) =>
    (await caller.get<readonly { name: string; address: string | null }[]>('/desks')).map(({ name, address }) => ({
      value: name,
      name,
      about: address ?? '',
    })),
  unit: async (caller) =>
    (await caller.get<readonly { code: string; name: string }[]>('/units')).map(({ code, name }) => ({
      value: code,
      name,
      about: '',
    })),
};

/** `null` until they were read. */
export function useTargets(kind: TargetKind): readonly Target[] | null {
  const { caller, me, fail } = useConsole();
  const [targets, setTargets] = useState<readonly Target[] | null>(null);
  useEffect(() => {
    let current = true;
    setTargets(null);
    readers[kind](caller, me.member.id).then(
      (list) => current && setTargets(list),
      (error: unknown) => {
        if (!current) return;
        setTargets([]);
        fail(error);
      },
    );
    return () => {
      current = false;
    };
  }, [kind, caller, me.member.id, fail]);
  return targets;
}
