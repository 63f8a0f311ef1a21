import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useHousekeeping } from './housekeeping';
import { lazyScreen } from './lazyScreen';
import { Announcer } from './parts/announcer';
import { CrashBoundary, Crashed } from './parts/crashed';
import { bringsLink, type Route, routeOf, useAddress } from './routes';
import { Home } from './screens/home';
import { languages } from './texts/languages';
import { useWallet } from './wallet';

const Welcome = lazyScreen(() => import('./screens/welcome').then(m => m.Welcome));
const CardScreen = lazyScreen(() => import('./screens/card').then(m => m.CardScreen));
const ShowOffline = lazyScreen(() => import('./screens/showOffline').then(m => m.ShowOffline));
const Receive = lazyScreen(() => import('./screens/receive').then(m => m.Receive));
const Returned = lazyScreen(() => import('./screens/returned').then(m => m.Returned));
const Present = lazyScreen(() => import('./screens/present').then(m => m.Present));
const GetCard = lazyScreen(() => import('./screens/getCard').then(m => m.GetCard));
const Scan = lazyScreen(() => import('./screens/scan').then(m => m.Scan));
const History = lazyScreen(() => import('./screens/history').then(m => m.History));
const PartyScreen = lazyScreen(() => import('./screens/party').then(m => m.PartyScreen));
const Erasure = lazyScreen(() => import('./screens/erasure').then(m => m.Erasure));
const Report = lazyScreen(() => import('./screens/report').then(m => m.Report));
const Exporting = lazyScreen(() => import('./screens/exporting').then(m => m.Exporting));
const Settings = lazyScreen(() => import('./screens/settings').then(m => m.Settings));
const Emergency = lazyScreen(() => import('./screens/emergency').then(m => m.Emergency));
const Move = lazyScreen(() => import('./screens/move').then(m => m.Move));
const Give = lazyScreen(() => import('./screens/give').then(m => m.Give));
const Restore = lazyScreen(() => import('./screens/restore').then(m => m.Restore));
const DemoCard = lazyScreen(() => import('./screens/demoCard').then(m => m.DemoCard));

export function App() {
  const { language, lock } = useWallet();
  const address = useAddress();
  const route = useMemo(() => routeOf(new URL(address)), [address]);

  useHousekeeping(route.name === 'home' || route.name === 'card');

  // Before anything is painted: a page must not turn round under the eyes of its reader.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = languages[language].direction;
  }, [language]);

  return (
    <>
      <Crashed />
      <CrashBoundary>
        {lock === 'new' ? <Welcome linkWaits={bringsLink(route)} restoring={route.name === 'restore' || route.name === 'move' ? route.name : undefined} /> : <Screen route={route} />}
      </CrashBoundary>
      <Announcer />
    </>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.name) {
    case 'home': return <Home />;
    case 'card': return <CardScreen key={route.id} id={route.id} />;
    case 'show-offline': return <ShowOffline key={route.id} id={route.id} />;
    case 'receive': return <Receive key={route.link.href} link={route.link} />;
    // One answer, one screen: the address in the bar changes as soon as it is read.
    case 'returned': return <Returned address={route.address} />;
    case 'present': return <Present key={route.link.href} link={route.link} />;
    case 'get-card': return <GetCard />;
    case 'scan': return <Scan shared={route.shared} />;
    case 'history': return <History />;
    case 'party': return <PartyScreen key={route.id} id={route.id} />;
    case 'erasure': return <Erasure key={route.id} id={route.id} />;
    case 'report': return <Report key={route.id} id={route.id} />;
    case 'export': return <Exporting />;
    case 'settings': return <Settings />;
    case 'emergency-code': return <Emergency />;
    case 'move': return <Move />;
    case 'give': return <Give key={route.link.href} link={route.link} />;
    case 'restore': return <Restore />;
    case 'demo-card': return <DemoCard />;
  }
}
