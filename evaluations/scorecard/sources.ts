/** Every run that has figures. What is not in this list is in no scorecard. */
import type { Said } from './scorecard.ts';

export interface Source {
  readonly id: string;
  readonly title: Said;
  /** What a reader types. */
  readonly command: string;
  /** How its output is read. `kept`: a long run of its own, which leaves `reports/<id>.measured.json`. */
  readonly form: 'evaluation' | 'retrieval' | 'groups' | 'bench' | 'kept' | 'by-hand';
  /** What the scorecard starts; empty where it starts nothing. */
  readonly starts: readonly string[];
  /** What has to be there first. */
  readonly needs: Said | null;
}

const cli = 'evaluations/cli.ts';

function evaluation(id: string, vi: string, en: string, needs: Said | null = null): Source {
  const command = `npm run -s evaluate -- ${id}`;
  return { id, title: { vi, en }, command, form: 'evaluation', starts: [cli, id, '--json'], needs };
}

const shared: Said = {
  vi: 'cần bộ câu hỏi và bản ghi dùng chung ở ../shared/data',
  en: 'needs the shared questions and records in ../shared/data',
};

function long(id: string, vi: string, en: string, command = `npm run ${id}`): Source {
  const needs = { vi: `chưa có kết quả: chạy ${command}`, en: `no result yet: run ${command}` };
  return { id, title: { vi, en }, command, form: 'kept', starts: [], needs };
}

function bench(id: string, said: Said, file: string, ...flags: readonly string[]): Source {
  const command = ['npx node', file, ...flags].join(' ');
  return { id, title: said, command, form: 'bench', starts: [file, ...flags], needs: null };
}

export const sources: readonly Source[] = [
  evaluation('answer', 'Trả lời câu hỏi thủ tục', 'Answers to questions about procedures'),
  evaluation('clarify', 'Hỏi lại khi câu hỏi chưa rõ', 'Asks back when a question is unclear'),
  evaluation('multi', 'Một câu hỏi nhiều việc', 'Several matters in one question'),
  evaluation('abstain', 'Nói không biết khi không biết', 'Says so when it does not know'),
  evaluation('dialogues', 'Nói chuyện nhiều lượt', 'Talks of several turns'),
  evaluation('handoff', 'Chuyển cho cán bộ, và việc khẩn cấp', 'Hand-off to a person, and emergencies'),
  evaluation('dossier', 'Hồ sơ của chính người hỏi', "The asker's own case"),
  evaluation('places', 'Xã, phường cũ và mới', 'Communes old and new'),
  evaluation('around', 'Quanh thủ tục: ngày, giờ, nơi, thông báo', 'Around procedures: days, hours, places, notices'),
  evaluation('attack', 'Bị lừa, bị gài', 'Attacks, and harmless questions that look like them'),
  evaluation('own', 'Các bộ câu hỏi riêng còn lại', 'What is left of our own sets'),
  evaluation('transforms', 'Gõ không dấu, gõ sai', 'Typed without marks, with slips'),
  evaluation('containment', 'Mô hình ngôn ngữ thù địch bị chặn', 'A hostile language model, contained'),
  evaluation('redteam', 'Tấn công do nơi khác thu thập', 'Attacks collected by others', shared),
  evaluation('answer-all', 'Khi nhập hết 2.832 thủ tục của Cổng', 'With all 2,832 records of the portal', shared),
  {
    id: 'retrieval',
    title: { vi: 'Tìm kiếm trong 2.832 thủ tục', en: 'Search over 2,832 procedures' },
    command: 'npm run -s evaluate -- retrieval --compare-ways',
    form: 'retrieval',
    starts: [cli, 'retrieval', '--compare-ways', '--json'],
    needs: shared,
  },
  {
    id: 'groups',
    title: { vi: 'Gom câu hỏi cùng một việc', en: 'Groups questions of one matter' },
    command: 'npm run -s evaluate -- groups',
    form: 'groups',
    starts: [cli, 'groups', '--json'],
    needs: null,
  },
  bench('turn', { vi: 'Thời gian một lượt trong máy chủ', en: 'Time of one turn in the server' }, 'bot/bench-turn.ts'),
  bench(
    'dossier-speed',
    { vi: 'Trả lời hồ sơ khi bảng có một triệu hồ sơ', en: 'A dossier answer with a million dossiers' },
    'bot/dossiers/bench-dossiers.ts',
    'speed',
    '1000000',
  ),
  bench(
    'dossier-rights',
    { vi: 'Thử xem trộm hồ sơ người khác', en: "Random attempts on somebody else's case" },
    'bot/dossiers/bench-dossiers.ts',
    'rights',
    '10000',
  ),
  long('load', 'Chịu tải', 'Load'),
  long('load-copies', 'Chịu tải, hai bản chung một cổng', 'Load, two copies on one port', 'npm run load -- --copies 2'),
  long('faults', 'Không mất gì khi hỏng', 'Nothing lost when things break'),
  long('authorisation', 'Thử quyền qua mọi cửa', 'Authorisation over every door'),
  long('fuzz', 'Dữ liệu hỏng vào mọi bộ đọc', 'Broken input into every outside parser'),
  long('hand-off-load', 'Hai bản chạy, 20 cán bộ, bị tắt ngang', 'Two copies, 20 officers, killed midway'),
  long('bench-zalo', 'Zalo giả lập gửi dồn và bị tắt ngang', 'Simulated Zalo: a rush, and kills', 'npm run bench:zalo'),
  long('bench-hotline', 'Tổng đài giả lập', 'Simulated telephone calls', 'npm run bench:hotline'),
  {
    id: 'speech',
    title: { vi: 'Nghe tiếng nói thật', en: 'Hearing real voices' },
    command: 'npm run -s evaluate -- speech --base-url … --recordings …',
    form: 'by-hand',
    starts: [],
    needs: {
      vi: 'cần máy nhận giọng nói và bản ghi âm của địa phương; chưa ai đo',
      en: 'needs a recogniser and recordings of the province; nobody has measured it',
    },
  },
  {
    id: 'model',
    title: { vi: 'Mô hình ngôn ngữ thật', en: 'A real language model' },
    command: 'npm run -s evaluate -- model --base-url … --model …',
    form: 'by-hand',
    starts: [],
    needs: {
      vi: 'cần một máy chủ mô hình; docs/model.md mới đo với bản đóng thế',
      en: 'needs a model server; docs/model.md is of the test double alone',
    },
  },
  {
    id: 'people',
    title: { vi: 'Người dân và cán bộ thật dùng thử', en: 'Tried by real citizens and officers' },
    command: 'docs/accessibility.md',
    form: 'by-hand',
    starts: [],
    needs: {
      vi: 'chưa có ai ngoài người làm dùng thử: không có con số nào về hài lòng hay tiếp cận',
      en: 'nobody but its makers has tried it: no figure of satisfaction or accessibility exists',
    },
  },
];
