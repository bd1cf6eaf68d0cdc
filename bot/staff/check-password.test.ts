import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './check-password.ts';

describe('a new password', () => {
  it.each([
    ['Ngắn quá thôi', null],
    ['ngắn quá 1', 'short'],
    ['x'.repeat(129), 'long'],
    ['cơm gà chiều thứ bảy', null],
    ['correct horse battery staple', null],
    ['7f3a91c04b2d', null],
    ['k3$Tz9qLmW2x', null],
    ['Mưa rơi bên hiên vắng', null],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  it.each([
    'password1234',
    'P@ssw0rd12345',
    'matkhau123456',
    'Mật khẩu 2026!!',
    'matkhaumatkhau',
    'admin@123456789',
    'qwertyuiop12345',
    '1qaz2wsx3edc',
    '123456789012',
    '19900225199002',
    'aaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'Hello World 2026',
    'toiyeuvietnam1975',
    'anhyeuem14022026',
    'iloveyou123456',
    'ubndphuong2026@',
    'welcome@2026!!',
    'Vietnam@123456',
    'Abcd1234!@#$',
  ])('refuses what everybody tries first: %s', (password) => {
    expect(passwordFault(password)).toBe('guessable');
  });

  it('refuses one’s own name with a day of birth', () => {
    const own = ['Vàng Thị Mỷ', 'vang-thi-my'];
    expect(passwordFault('VàngThịMỷ1990', own)).toBe('guessable');
    expect(passwordFault('vangthimy25021990', own)).toBe('guessable');
    expect(passwordFault('vàng thị mỷ thích bún chả', own)).toBe(null);
  });

  it('counts a letter with marks as one, however the keyboard writes it', () => {
    const composed = 'Mưa bụi bay';
    expect(passwordFault(composed.normalize('NFD'))).toBe(passwordFault(composed));
  });
});
