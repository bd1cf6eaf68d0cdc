/** What can be ordered for an account beside its fields. */
import { fill, texts } from '../../texts/texts.ts';
import { useConsole } from '../../view/console-context.ts';
import type { MadeLink, Staff } from './staff-types.ts';

interface StaffOrdersProps {
  readonly staff: Staff;
  readonly onLink: (link: string) => void;
  readonly onChanged: () => void;
}

type Order = keyof typeof texts.staff.order;

export function StaffOrders({ staff, onLink, onChanged }: StaffOrdersProps) {
  const { caller, say, fail } = useConsole();
  const orders: readonly Order[] = staff.active
    ? ['invite', 'reset-second-factor', 'unlock', 'end-sessions', 'close']
    : ['reopen'];
  const run = async (order: Order) => {
    try {
      const made = await caller.post<Partial<MadeLink>>(`/staff/${staff.id}/${order}`);
      if (made.link) onLink(made.link);
      else say(fill(texts.staff.orderDone, { what: texts.staff.order[order].toLowerCase() }));
      onChanged();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <section class="orders">
      <h3>{texts.staff.orders}</h3>
      <ul class="more-list">
        {orders.map((order) => (
          <li key={order}>
            <button type="button" class="button quiet more-item" onClick={() => void run(order)}>
              {texts.staff.order[order]}
            </button>
          </li>
        ))}
      </ul>
      {staff.active ? <p class="note">{texts.staff.closeAsk}</p> : null}
    </section>
  );
}
