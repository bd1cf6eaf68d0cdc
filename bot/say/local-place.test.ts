import { describe, expect, it } from '@jest/globals';
import { loadCalendar, loadPlaces } from '../../knowledge/index.ts';
import { loadSpeech } from '../texts/speech.ts';
import type { Unit } from '../units/unit-directory.ts';
import { sayLocalPlace } from './local-place.ts';

const speech = loadSpeech()('vi', 'ông/bà');
