import { useEffect, useState } from 'preact/hooks';
import { webAddress } from '../../../model/web-address.ts';
import type { PasswordHealth } from '../../../protocol/act-calls.ts';
import type { FieldView, ItemView } from '../../../protocol/item-calls.ts';
import { openSite } from '../../actions.ts';
import { Banner } from '../../parts/banner.tsx';
import { IconButton } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { StrengthWord } from '../../parts/strength.tsx';
import { ago, day, t } from '../../parts/text.ts';
import { ColourDot } from '../../parts/tile.tsx';
import { ask, type ItemRoute } from '../../state.ts';
import { Attachments } from './attachments.tsx';
import { CodeValue } from './code-value.tsx';
import { FillRule } from './fill-rule.tsx';
import { LongText } from './long-text.tsx';
import { SamePasswords } from './same-passwords.tsx';
import { Value } from './value.tsx';

type ItemDetailsProps = { view: ItemView; route: ItemRoute; onChanged: () => Promise<void> };

/** Everything of an opened item. Whatever the server sent is shown as text and nothing else. */
export function ItemDetails({ view, route, onChanged }: ItemDetailsProps) {
  const { ref } = view;
  const broken = view.password === 'unreadable' || view.fields.some(({ unreadable }) => unreadable);
  return (
    <>
      {broken && <Banner>{errorText('unreadable')}</Banner>}
      <section class="card" aria-label={t('fieldsLabel')}>
        <Value
          label={t('login')}
          itemRef={ref}
          part={{ part: 'login' }}
          text={view.login}
          state={view.login === '' ? 'empty' : 'present'}
        />
        <Value
          label={t('password')}
          itemRef={ref}
          part={{ part: 'password' }}
          text={null}
          state={view.password}
        />
        {view.fields.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place, names may repeat
          <CustomField key={index} view={view} field={field} index={index} />
        ))}
      </section>
      {view.urls.length > 0 && (
        <section class="card" aria-label={t('linksLabel')}>
          {view.urls.map((url) => (
            <Link key={url} view={view} url={url} />
          ))}
        </section>
      )}
      {view.urls.length > 0 && ref.kind !== 'inbox' && <FillRule itemRef={ref} />}
      {view.description !== '' && (
        <section class="card" aria-labelledby="notes-title">
          <div class="value">
            <div class="words">
              <h2 class="label" id="notes-title">
                {t('notes')}
              </h2>
              <LongText text={view.description} />
            </div>
          </div>
        </section>
      )}
      <Attachments view={view} onChanged={onChanged} />
      <About view={view} route={route} />
    </>
  );
}

function CustomField({ view, field, index }: { view: ItemView; field: FieldView; index: number }) {
  const label = field.name || t('fieldNumbered', index + 1);
  if (field.type === 'totp' && !field.unreadable && !field.empty) {
    return <CodeValue label={label} itemRef={view.ref} index={index} />;
  }
  return (
    <Value
      label={label}
      itemRef={view.ref}
      part={{ part: 'field', index }}
      text={field.value}
      state={field.unreadable ? 'unreadable' : field.empty ? 'empty' : 'present'}
    />
  );
}

/** Without the scheme, and without the path that every site has. */
function shortAddress({ host, pathname, search }: URL): string {
  return host + (pathname === '/' ? '' : pathname) + search;
}

function Link({ view, url }: { view: ItemView; url: string }) {
  const address = webAddress(url);
  return (
    <div class="value">
      <div class="words">
        <span class="label">{t(address === null ? 'address' : 'link')}</span>
        <bdi class="text" dir="ltr">
          {address === null ? url : shortAddress(address)}
        </bdi>
      </div>
      {address !== null && (
        <IconButton
          icon="open"
          label={t('openNamed', address.host)}
          onPress={() => void openSite(view.ref, url)}
        />
      )}
    </div>
  );
}

/** No password leaves the worker for it; it comes after the rest, because the first one takes a moment. */
function useHealth(view: ItemView): PasswordHealth | null {
  const [health, setHealth] = useState<PasswordHealth | null>(null);
  useEffect(() => {
    if (view.password !== 'present') return;
    let current = true;
    void ask('health', { ref: view.ref }).then((result) => {
      if (current && result.ok) setHealth(result.value);
    });
    return () => {
      current = false;
    };
  }, [view]);
  return health;
}

function About({ view, route }: { view: ItemView; route: ItemRoute }) {
  const { tags, colour, passwordChangedAt } = view;
  const health = useHealth(view);
  const strength = health?.strength ?? null;
  if (tags.length === 0 && colour === 0 && passwordChangedAt === 0 && strength === null) {
    return null;
  }
  return (
    <section class="card" aria-label={t('aboutItem')}>
      {tags.length > 0 && (
        <div class="value">
          <div class="words">
            <span class="label">{t('tags')}</span>
            <ul class="chips">
              {tags.map((tag) => (
                <li key={tag}>
                  <bdi class="chip">{tag}</bdi>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {colour > 0 && (
        <div class="value">
          <div class="words">
            <span class="label">{t('colour')}</span>
            <span class="text">
              <ColourDot colour={colour} /> {t('colourNumbered', colour)}
            </span>
          </div>
        </div>
      )}
      {strength !== null && (
        <div class="value">
          <div class="words">
            <span class="label">{t('passwordStrength')}</span>
            <StrengthWord strength={strength} />
          </div>
        </div>
      )}
      {health !== null && health.sameTotal > 0 && <SamePasswords health={health} route={route} />}
      {passwordChangedAt > 0 && (
        <div class="value">
          <div class="words">
            <span class="label">{t('passwordChanged')}</span>
            <span class="text">
              {t('passwordAge', ago(passwordChangedAt * 1000, Date.now()), day(passwordChangedAt))}
            </span>
          </div>
        </div>
      )}
    </section>
  );
}
