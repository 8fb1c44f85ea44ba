import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSettings } from './settings.ts';

describe('the settings of a build', () => {
  it('serve from the root of an unnamed host by default', () => {
    assert.deepEqual(buildSettings({}), { site: undefined, base: '/', outDir: 'dist', offline: true });
  });

  for (const path of ['guide-site', '/guide-site', 'guide-site/', '/guide-site/']) {
    it(`take the folder "${path}" with or without slashes`, () => {
      assert.equal(buildSettings({ BASE_PATH: path }).base, '/guide-site/');
    });
  }

  it('keep the host without a final slash', () => {
    assert.equal(buildSettings({ SITE_URL: 'https://guide.example/' }).site, 'https://guide.example');
  });

  it('refuse a host that is no address, saying what one looks like', () => {
    assert.throws(
      () => buildSettings({ SITE_URL: 'guide.example' }),
      /such as https:\/\/guide\.example, not "guide\.example"/,
    );
  });

  it('refuse a host with a path, saying where the path goes', () => {
    assert.throws(() => buildSettings({ SITE_URL: 'https://guide.example/docs/' }), /put "\/docs\/" into BASE_PATH/);
  });
});
