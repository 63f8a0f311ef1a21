// Reads the answer of /management/v1/demo/persons; writes one person for each of the usual stories. Argument: the town's Ags.
import { readdirSync, readFileSync } from 'node:fs';

const gettingThePermit = {
  eligible: 'lives in a zone, keeps one car',
  'several-vehicles': 'keeps several vehicles: chooses one',
  'name-written-differently': 'the ID card writes the name a little differently',
  'moved-inside-town': 'the ID card still shows the old address',
};
const refused = {
  'no-vehicle': 'keeps no vehicle',
  'company-car': 'drives a company car',
  'secondary-residence': 'only a secondary residence here',
  'house-number-outside-zone': 'right street, wrong house number',
  'moved-away': 'has moved away',
};

const overlays = 'data/parking/overlays';
const isWhole = readdirSync(overlays).some((file) => JSON.parse(readFileSync(`${overlays}/${file}`, 'utf8')).ags === process.argv[2]);
const persons = JSON.parse(readFileSync(0, 'utf8'));

function write(heading, stories) {
  console.log(`  ${heading}`);
  for (const [story, words] of Object.entries(stories)) {
    const person = persons.find((one) => one.story === story);
    if (person) console.log(`    ${person.name.padEnd(32)} ${words}`);
  }
}

if (isWhole) {
  write('DEMO persons who get the permit', gettingThePermit);
  write('DEMO persons who learn why not', refused);
} else {
  write('DEMO persons', { ...gettingThePermit, ...refused });
  console.log('  Zones, fees and rules are the published ones only; where one is missing, the town sends people to the office.');
}
