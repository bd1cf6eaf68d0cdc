import { describe, expect, it } from '@jest/globals';
import { findView, listedViews, matchPath } from './router.ts';
import type { ConsoleView } from './view/console-view.ts';

const component = () => null;
const views: readonly ConsoleView[] = [
  { path: '/console', title: 'Hộp việc', right: 'see-inbox', component },
  { path: '/console/cuoc/:id', title: 'Cuộc trao đổi', right: 'see-inbox', component, inNavigation: false },
  { path: '/console/cai-dat', title: 'Cài đặt', right: null, component },
];

describe('addresses of the console', () => {
  it('name a view and what it leaves open', () => {
    expect(findView(views, '/console/cuoc/a%20b')).toMatchObject({
      view: { title: 'Cuộc trao đổi' },
      params: { id: 'a b' },
    });
    expect(findView(views, '/console/')?.view.title).toBe('Hộp việc');
  });

  it('that no view has, name none', () => {
    expect(findView(views, '/console/khong-co')).toBeNull();
    expect(matchPath('/console/cuoc/:id', '/console/cuoc')).toBeNull();
  });

  it('with a broken escape do not stop the page', () => {
    expect(matchPath('/console/cuoc/:id', '/console/cuoc/%E0%A4')).toEqual({ id: '%E0%A4' });
  });
});

describe('the navigation', () => {
  it('shows what one may do, and what is for everybody', () => {
    expect(listedViews(views, ['see-inbox']).map(({ title }) => title)).toEqual(['Hộp việc', 'Cài đặt']);
    expect(listedViews(views, []).map(({ title }) => title)).toEqual(['Cài đặt']);
  });
});
