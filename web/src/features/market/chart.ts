import { dispose, init, type Chart, type DeepPartial, type KLineData, type Period, type Styles } from 'klinecharts';
import type { Candle, Interval } from '@/api';
import { approximate, formatCompact, isDecimal, type Decimal } from '@/money';

/** `line` is 分时: the one-minute closes as a line. */
export type View = 'line' | Interval;
export type Indicator = 'MA' | 'VOL' | 'MACD' | 'KDJ' | 'RSI';
export const INDICATORS: readonly Indicator[] = ['MA', 'VOL', 'MACD', 'KDJ', 'RSI'];

const PERIODS: Record<Interval, Period> = {
  '1m': { type: 'minute', span: 1 },
  '5m': { type: 'minute', span: 5 },
  '15m': { type: 'minute', span: 15 },
  '1h': { type: 'hour', span: 1 },
  '1d': { type: 'day', span: 1 },
  '1w': { type: 'week', span: 1 },
  '1M': { type: 'month', span: 1 },
};

/** Where a candle stands on the canvas is a matter of pixels, so floats will do here and nowhere else. */
function bar(candle: Candle): KLineData {
  return {
    timestamp: Date.parse(candle.openAt),
    open: approximate(candle.open),
    high: approximate(candle.high),
    low: approximate(candle.low),
    close: approximate(candle.close),
    volume: approximate(candle.volume),
  };
}

/** The chart's own figures (sums of volumes on its axis) come as floats; written for the axis, never read back. */
function drawn(value: string | number): Decimal | undefined {
  const plain = typeof value === 'number' ? value.toFixed(4).replace(/\.?0+$/, '') : value;
  return isDecimal(plain) ? plain : undefined;
}

export interface Source {
  readonly current: () => readonly Candle[];
  readonly older: () => Promise<readonly Candle[]>;
  readonly follow: (follower: (candle: Candle) => void) => () => void;
}

export const intervalOf = (view: View): Interval => (view === 'line' ? '1m' : view);

/** KLineChart behind the few verbs that the panel needs; everything it draws is on canvas. */
export class CandleChart {
  private readonly chart: Chart;
  private readonly panes = new Map<Indicator, string>();

  constructor(
    private readonly element: HTMLElement,
    source: Source,
  ) {
    const chart = init(element, { hotkey: { enabled: false } });
    if (chart === null) throw new Error('no canvas to draw the chart on');
    this.chart = chart;
    chart.overrideYAxis({ paneId: 'candle_pane', gap: { top: 0.3, bottom: 0.08 } });
    let unfollow: () => void = () => undefined;
    chart.setDataLoader({
      getBars: async ({ type, callback }) => {
        if (type === 'init') return callback(source.current().map(bar), { forward: true, backward: false });
        if (type !== 'forward') return callback([], false);
        const earlier = await source.older();
        callback(earlier.map(bar), { forward: earlier.length > 0, backward: false });
      },
      subscribeBar: ({ callback }) => (unfollow = source.follow((candle) => callback(bar(candle)))),
      unsubscribeBar: () => unfollow(),
    });
  }

  show(ticker: string, pricePrecision: number, volumePrecision: number, view: View): void {
    this.chart.setStyles({ candle: { type: view === 'line' ? 'area' : 'candle_solid' } });
    this.chart.setSymbol({ ticker: `${ticker}:${view}`, pricePrecision, volumePrecision });
    this.chart.setPeriod(PERIODS[intervalOf(view)]);
    this.chart.resetData();
  }

  speak(language: string): void {
    this.chart.setLocale(language === 'en' ? 'en-US' : 'zh-CN');
    this.chart.setFormatter({ formatBigNumber: (value) => formatCompact(drawn(value), language) });
  }

  toggle(indicator: Indicator, on: boolean): void {
    const pane = this.panes.get(indicator);
    if (on && pane === undefined) {
      const onCandles = indicator === 'MA';
      const create = onCandles ? { name: 'MA', calcParams: [5, 10, 20, 60], paneId: 'candle_pane' } : { name: indicator };
      this.panes.set(indicator, this.chart.createIndicator(create, onCandles) ?? indicator);
    } else if (!on && pane !== undefined) {
      this.chart.removeIndicator({ name: indicator });
      this.panes.delete(indicator);
    }
  }

  /** Takes the colours of the page as they are now. */
  paint(): void {
    this.chart.setStyles(stylesOf(getComputedStyle(this.element), this.element.clientWidth < LEGEND_WIDTH_MIN ? 'follow_cross' : 'always'));
  }

  move(bars: number): void {
    this.chart.scrollByDistance(bars * this.chart.getBarSpace().bar);
  }

  zoom(scale: number): void {
    this.chart.zoomAtCoordinate(scale);
  }

  resize(): void {
    this.chart.resize();
  }

  destroy(): void {
    dispose(this.element);
  }
}

/** On a narrow canvas the figures would cover the candles: they show only under the crosshair. */
const LEGEND_WIDTH_MIN = 480;

function stylesOf(css: CSSStyleDeclaration, showRule: 'always' | 'follow_cross'): DeepPartial<Styles> {
  const token = (name: string) => css.getPropertyValue(`--${name}`).trim();
  const family = css.fontFamily;
  const [rise, fall, ink, soft, line, lamp] = ['rise-fill', 'fall-fill', 'ink', 'ink-soft', 'line', 'lamp-text'].map(token) as [string, string, string, string, string, string];
  const text = { color: soft, family, size: 12 };
  const axis = { axisLine: { color: line }, tickLine: { color: line }, tickText: text };
  const cross = { line: { color: soft }, text: { color: token('ground'), backgroundColor: ink, borderColor: ink, family, size: 12 } };
  const colours = { upColor: rise, downColor: fall, noChangeColor: soft };
  const lines = [lamp, '#4f86c6', '#8e6bb8', soft, ink].map((color) => ({ color, size: 1 }));
  const tooltip = { showRule, title: { color: soft, family, size: 12 }, legend: { color: soft, family, size: 12 } };
  return {
    grid: { horizontal: { color: line }, vertical: { show: false } },
    candle: {
      bar: { ...colours, upBorderColor: rise, downBorderColor: fall, noChangeBorderColor: soft, upWickColor: rise, downWickColor: fall, noChangeWickColor: soft },
      area: { lineColor: lamp, lineSize: 1.5, backgroundColor: 'transparent', point: { show: false, animation: false } },
      priceMark: {
        high: { color: soft, textFamily: family },
        low: { color: soft, textFamily: family },
        last: { ...colours, text: { family, size: 12 } },
      },
      tooltip: { showRule, title: { show: false }, legend: { color: soft, family, size: 12 } },
    },
    indicator: { ohlc: colours, bars: [{ ...colours }], lines, tooltip },
    xAxis: axis,
    yAxis: axis,
    separator: { color: line },
    crosshair: { horizontal: cross, vertical: cross },
  };
}
