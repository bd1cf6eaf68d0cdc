/** What the demo tells who started it: where to go, as whom, and what to ask. */
import type { Demo } from './start-demo.ts';

const tried = [
  'hồ sơ của tôi tới đâu rồi?',
  'sao bị trả lại? · còn thiếu giấy gì? · bao giờ lấy được?',
  'có kết quả thì nhắn tôi  →  đồng ý  →  (let a case move on, below)  →  dừng',
  'cho tôi xem dữ liệu của tôi · xóa dữ liệu của tôi',
];

export function guideText({ base, people, simulator }: Demo, logFile: string): string {
  const rows = people.map(
    ({ account, name, dossiers }) =>
      `  ${account.padEnd(12)} ${name}: ${dossiers.map(({ code, status }) => `${code} ${status}`).join(', ') || 'no dossier'}`,
  );
  const { baseUrl } = simulator.settings;
  const code = people[1]?.dossiers[0]?.code ?? 'CODE';
  return `
The page:            ${base}
Own data, signed in: ${base}/du-lieu-cua-toi
The server's log:    ${logFile}

Sign in there («Đăng nhập») as one of these invented people:
${rows.join('\n')}

Ask:
${tried.map((line) => `  ${line}`).join('\n')}

Let a case move on now; the page is told within two minutes, from 7:30 to 20:00 in Vietnam:
  curl -X POST ${baseUrl}/simulator/dossiers/${code}/next

Let the one-stop system fail:
  curl -X POST ${baseUrl}/simulator/faults -H 'content-type: application/json' -d '[{"kind": "silent", "times": 100}]'

Ctrl+C ends all of it.
`;
}
