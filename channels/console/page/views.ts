/** The views of the console, in the order of the navigation. A new view is one line here and a folder in `views/`. */
import type { ConsoleView } from './view/console-view.ts';
import { AuditView } from './views/audit/audit-view.tsx';
import { CaughtView } from './views/copilot/caught-view.tsx';
import { DraftsView } from './views/editorial/drafts-view.tsx';
import { PracticeView } from './views/editorial/practice-view.tsx';
import { QuestionsView } from './views/editorial/questions-view.tsx';
import { SamplesView } from './views/editorial/samples-view.tsx';
import { FiguresView } from './views/figures/figures-view.tsx';
import { RulesView } from './views/held/rules-view.tsx';
import { InboxView } from './views/inbox/inbox-view.tsx';
import { SearchView } from './views/search/search-view.tsx';
import { SettingsView } from './views/settings/settings-view.tsx';
import { StaffView } from './views/staff/staff-view.tsx';
import { SwitchesView } from './views/switches/switches-view.tsx';

export const views: readonly ConsoleView[] = [
  { path: '/console', title: 'Hộp việc', right: 'see-inbox', component: InboxView },
  { path: '/console/cuoc/:id', title: 'Cuộc trao đổi', right: 'see-inbox', component: InboxView, inNavigation: false },
  { path: '/console/tra-cuu', title: 'Tra cứu', right: 'official-search', component: SearchView },
  {
    path: '/console/cau-hoi',
    title: 'Câu hỏi chưa trả lời được',
    short: 'Chưa trả lời',
    right: 'edit-knowledge',
    component: QuestionsView,
  },
  {
    path: '/console/ban-nhap',
    title: 'Bản nháp chờ duyệt',
    short: 'Bản nháp',
    right: 'edit-knowledge',
    component: DraftsView,
  },
  {
    path: '/console/ban-nhap/:id',
    title: 'Bản nháp',
    right: 'edit-knowledge',
    component: DraftsView,
    inNavigation: false,
  },
  { path: '/console/mau-tuan', title: 'Mẫu tuần', right: 'mark-samples', component: SamplesView },
  {
    path: '/console/bi-chan',
    title: 'Câu máy viết bị chặn',
    right: 'edit-knowledge',
    component: CaughtView,
    inNavigation: false,
  },
  { path: '/console/luyen-tap', title: 'Luyện tập', right: 'practise', component: PracticeView },
  {
    path: '/console/luyen-tap/:id',
    title: 'Luyện tập',
    right: 'practise',
    component: PracticeView,
    inNavigation: false,
  },
  { path: '/console/so-lieu', title: 'Số liệu', right: 'see-figures', component: FiguresView },
  { path: '/console/tat-mo', title: 'Tắt, mở', right: 'switch', component: SwitchesView },
  { path: '/console/duyet-truoc', title: 'Duyệt trước khi gửi', right: 'hold-answers', component: RulesView },
  { path: '/console/nhan-su', title: 'Nhân sự', right: 'list-staff', component: StaffView },
  { path: '/console/nhat-ky', title: 'Nhật ký', right: 'read-audit', component: AuditView },
  { path: '/console/cai-dat', title: 'Cài đặt', right: null, component: SettingsView },
];
