/** Reads a picture that an officer sent. */
export type PictureReader = (id: string) => Promise<StoredPicture | null>;

export interface StoredPicture {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg';
}
