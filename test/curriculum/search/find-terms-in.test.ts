import { describe, expect, it } from 'vitest';
import { findTermsIn } from '../../../src/curriculum/search/find-terms-in.ts';
import { curriculumOf } from '../curriculum-of.ts';

const curriculum = curriculumOf({
  terms: [
    {
      id: 'smtp',
      name: 'SMTP',
      expansion: 'Simple Mail Transfer Protocol',
      aliases: ['outgoing mail', 'port 25'],
    },
    { id: 'mail-server', name: 'Mail server' },
    { id: 'raid', name: 'RAID' },
    { id: 'raid-5', name: 'RAID 5' },
    { id: 'ram', name: 'RAM', expansion: 'Random Access Memory' },
    { id: 'ssd', name: 'SSD', aliases: ['drive'] },
    { id: 'ac', name: 'AC' },
    { id: 'wifi', name: 'Wi-Fi' },
    { id: 'https', name: 'HTTPS' },
    { id: 'switch', name: 'Switch' },
    { id: 'ips', name: 'IPS' },
    { id: 'ips-panel', name: 'IPS panel', aliases: ['IPS'] },
  ],
});
const found = (text: string) => findTermsIn(text, curriculum).map(({ name }) => name);

describe('findTermsIn', () => {
  it.each([
    ['Is SMTP blocked? The mail server says no.', ['SMTP', 'Mail server']],
    ['the simple mail transfer protocol, then smtp again', ['SMTP']],
    ['RAID 5 lost a disk', ['RAID 5']],
    ['RAID and RAID 5', ['RAID', 'RAID 5']],
    ['two SSDs and a switch', ['SSD', 'Switch']],
    ['wifi, wi-fi and wi fi', ['Wi-Fi']],
    ['open port 25.', ['SMTP']],
    ['an IPS', ['IPS', 'IPS panel']],
    ['**SMTP**/`RAM`', ['SMTP', 'RAM']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it.each([
    ['ordinary words in small letters', 'They ram the door in a raid; ac is a prefix'],
    ['parts of words', 'asmtpb ramen switchboard'],
    ['a one-word alias that is an ordinary word', 'I drive home'],
    ['links, mentions and emoji', 'see https://smtp.example.com/raid <@1234> <:RAM:1234>'],
    ['words that only join up to a spelling', 'R A M, S S D'],
    ['nothing', ''],
  ])('does not hit %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
