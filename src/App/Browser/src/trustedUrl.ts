interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

const ownOnly = {
  createScriptURL(url: string) {
    if (new URL(url, location.origin).origin !== location.origin) throw new TypeError('scripts come from this host only');
    return url;
  },
};

const policy = trustedTypes?.createPolicy('portal', ownOnly);

/** For a library that starts its worker by a plain text: on this page such a text counts when it is an address of this host. */
export const allowOwnWorkers = (): void => void trustedTypes?.createPolicy('default', ownOnly);

/** A script address of this host, as browsers that enforce Trusted Types want it for workers. */
export const scriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url;
