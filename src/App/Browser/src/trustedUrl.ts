interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

const policy = trustedTypes?.createPolicy('portal', {
  createScriptURL(url) {
    if (new URL(url, location.origin).origin !== location.origin) throw new TypeError('scripts come from this host only');
    return url;
  },
});

/** A script address of this host, as browsers that enforce Trusted Types want it for workers. */
export const scriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url;
