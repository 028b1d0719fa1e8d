import { Component, type ComponentType, type FunctionComponent } from 'preact';

/** The part, drawn again only when one of its props is another one: for long lists whose other rows change. */
export function onlyWhenChanged<Props extends object>(
  Part: FunctionComponent<Props>,
): ComponentType<Props> {
  return class OnlyWhenChanged extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const now = Object.entries(this.props);
      const other = new Map<string, unknown>(Object.entries(next));
      return now.length !== other.size || now.some(([name, value]) => other.get(name) !== value);
    }
    override render(props: Props) {
      return <Part {...props} />;
    }
  };
}
