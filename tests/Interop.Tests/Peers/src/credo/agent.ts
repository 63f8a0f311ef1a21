/** Credo agents without a disk: keys, storage and files in memory. */
import { EventEmitter } from 'node:events';
import { Agent, InjectionSymbols, Kms, StorageUpdateService, X509Module, type AgentContext, type DependencyManager, type FileSystem, type Module, type X509ModuleConfigOptions } from '@credo-ts/core';
import { OpenId4VcModule, type OpenId4VcIssuerModuleConfigOptions, type OpenId4VcVerifierModuleConfigOptions } from '@credo-ts/openid4vc';
import type { Express } from 'express';
import { fetchForLibraries } from '../callbacks.js';
import { KeysInMemory } from './keys.js';
import { StorageInMemory } from './storage.js';

class StorageModule implements Module {
  register(dependencies: DependencyManager): void {
    dependencies.registerInstance(InjectionSymbols.StorageService, new StorageInMemory());
  }

  /** A storage that begins empty has nothing to be brought up to date. */
  async initialize(context: AgentContext): Promise<void> {
    await context.resolve(StorageUpdateService).setCurrentStorageVersion(context, StorageUpdateService.frameworkStorageVersion);
  }
}

/** Nothing of what these agents do needs a file. */
class NoFiles implements FileSystem {
  readonly dataPath = '';
  readonly cachePath = '';
  readonly tempPath = '';
  exists = async (): Promise<boolean> => false;
  createDirectory = refuse;
  copyFile = refuse;
  write = refuse;
  read = refuse;
  delete = refuse;
  downloadToFile = refuse;
}

export interface Serving {
  app: Express;
  issuer: OpenId4VcIssuerModuleConfigOptions;
  verifier: OpenId4VcVerifierModuleConfigOptions;
}

/** A wallet. */
export async function startWallet(trust: X509ModuleConfigOptions) {
  const agent = new Agent({ dependencies, modules: { ...common(trust), openid4vc: new OpenId4VcModule() } });
  await agent.initialize();
  return agent;
}

/** An issuer and verifier. */
export async function startServer(trust: X509ModuleConfigOptions, { app, issuer, verifier }: Serving) {
  const agent = new Agent({ dependencies, modules: { ...common(trust), openid4vc: new OpenId4VcModule({ app, issuer, verifier }) } });
  await agent.initialize();
  return agent;
}

const dependencies = {
  FileSystem: NoFiles,
  EventEmitterClass: EventEmitter,
  fetch: fetchForLibraries,
  WebSocketClass: class {} as never,
};

function common(trust: X509ModuleConfigOptions) {
  return { storage: new StorageModule(), kms: new Kms.KeyManagementModule({ backends: [new KeysInMemory()] }), x509: new X509Module(trust) };
}

async function refuse(): Promise<never> {
  throw new TypeError('there are no files');
}
