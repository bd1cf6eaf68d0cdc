/** The numbers that everybody may call without money, as large as the screen lets them be. */
import { useKiosk } from './kiosk-context.ts';

const order = ['113', '114', '115', '111', '112'] as const;

export function EmergencyScreen() {
  const { texts } = useKiosk();
  return (
    <>
      <h2 class="screen-title">{texts.emergencyTitle}</h2>
      <ul class="sos">
        {order.map((number) => (
          <li key={number}>
            <strong>{number}</strong>
            <span>{texts.numbers[number]}</span>
          </li>
        ))}
      </ul>
      <p class="lead">{texts.emergencyNote}</p>
    </>
  );
}
