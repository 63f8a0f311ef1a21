import { render } from 'preact';
import { App } from './app';
import { configuration } from './configuration';
import { watchForCrashes } from './crash';
import { watchInstallation } from './installation';
import { loadProtocol } from './protocolAccess';
import { routeOf } from './routes';
import { registerServiceWorker } from './serviceWorkerRegistration';
import { crashed, openWallet } from './wallet';

watchForCrashes(crashed);
watchInstallation();

const root = document.getElementById('wallet');
if (!root) throw new Error('index.html has no #wallet');

// A link from the town is in a hurry: its chunk loads while the database opens.
const { name } = routeOf(new URL(location.href));
if (name === 'receive' || name === 'returned' || name === 'present') void loadProtocol();

await openWallet();
render(<App />, root);
void configuration();
registerServiceWorker();
