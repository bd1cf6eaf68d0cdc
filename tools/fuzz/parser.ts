/** A parser that faces the outside: what it may be given, and what it may answer. */
import type fc from 'fast-check';

export interface Parser {
  readonly name: string;
  /** Files that it tries: a test finds those that no parser names. */
  readonly covers: readonly string[];
  readonly inputs: fc.Arbitrary<unknown>;
  /** Resolves for what was taken and for what was refused in its own way; throws for anything else. */
  read(input: never): unknown;
  /** Errors that it declares, by the name of their class: those are its refusals. */
  readonly refusals?: readonly string[];
  /** Of the runs that are asked for: one that reads files or hashes is slow. */
  readonly share?: number;
}

interface Written<T> {
  readonly name: string;
  readonly covers: readonly string[];
  readonly inputs: fc.Arbitrary<T>;
  readonly read: (input: T) => unknown;
  readonly refusals?: readonly string[];
  readonly share?: number;
}

export const parser = <T>(written: Written<T>): Parser => written as unknown as Parser;
