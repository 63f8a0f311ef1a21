import { describe, expect, test } from 'vitest';
import { setUpPin } from '../src/lock/pin';
import { endSession, extendSession, resumeSession, sessionLength, startSession } from '../src/lock/session';
import { read } from '../src/storage/database';
import { freshBrowser, wait } from './fixtures/browser';

describe('the session', () => {
  freshBrowser();

  test('outlives a page load for five minutes, and no longer', async () => {
    await startSession(await setUpPin('123456'));
    wait(sessionLength - 1);
    expect(await resumeSession()).toBeDefined();
    wait(1);
    expect(await resumeSession()).toBeUndefined();
    expect(await read('session', 'session')).toBeUndefined();
  });

  test('slides with each activity', async () => {
    await startSession(await setUpPin('123456'));
    wait(sessionLength - 1000);
    await extendSession();
    wait(sessionLength - 1000);
    expect(await resumeSession()).toBeDefined();
  });

  test('stays ended when an activity comes after the lock', async () => {
    await startSession(await setUpPin('123456'));
    await endSession();
    expect(await extendSession()).toBeUndefined();
    expect(await resumeSession()).toBeUndefined();
  });

  test('ends when the clock was set back', async () => {
    await startSession(await setUpPin('123456'));
    wait(-60_000);
    expect(await resumeSession()).toBeUndefined();
  });
});
