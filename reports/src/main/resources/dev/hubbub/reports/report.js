// Puts a chart to zoom into in the place of each time series. Without scripts the drawn one stays.
(() => {
  'use strict';
  const plots = JSON.parse(document.getElementById('plots').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const shown = [];
  const scaled = plot => plot.unit === '%' ? 100 : 1;
  const format = (plot, value) => value == null ? '–'
    : (value >= 100 ? value.toFixed(0) : value.toPrecision(3)).replace(/\.?0+$/, '') + ' ' + plot.unit;

  function options(plot, width) {
    const axis = { stroke: colour('soft'), grid: { stroke: colour('grid'), width: 1 }, ticks: { stroke: colour('grid') } };
    return {
      width: width,
      height: 260,
      cursor: { sync: { key: plot.group }, drag: { x: true, y: false } },
      scales: { x: { time: false }, y: { range: (u, min, max) => [0, max > 0 ? max * 1.05 : 1] } },
      axes: [
        Object.assign({ values: (u, ticks) => ticks.map(t => t + ' s') }, axis),
        Object.assign({ size: 62, values: (u, ticks) => ticks.map(t => t + ' ' + plot.unit) }, axis)
      ],
      series: [{ label: 'time', value: (u, v) => v == null ? '–' : v.toFixed(1) + ' s' }].concat(plot.lines.map(line => ({
        label: line.name,
        stroke: colour(line.style),
        width: 1.5,
        spanGaps: true,
        points: { show: plot.seconds.length < 60, size: 4 },
        value: (u, v) => format(plot, v)
      })))
    };
  }

  function draw(plot) {
    const place = document.querySelector('[data-plot="' + CSS.escape(plot.id) + '"]');
    const fixed = place.parentElement.querySelector(':scope > svg');
    place.hidden = false;
    fixed.classList.add('replaced');
    place.setAttribute('role', 'group');
    place.setAttribute('aria-label', fixed.querySelector('title').textContent + ', to zoom into');
    const data = [plot.seconds].concat(plot.lines.map(line => line.values.map(v => v == null ? null : v * scaled(plot))));
    place.replaceChildren();
    const chart = new uPlot(options(plot, place.clientWidth), data, place);
    const reset = document.createElement('button');
    reset.type = 'button';
    reset.textContent = 'Show all';
    reset.addEventListener('click', () => shown.filter(one => one.plot.group === plot.group)
      .forEach(one => one.chart.setScale('x', { min: plot.seconds[0], max: plot.seconds[plot.seconds.length - 1] })));
    place.append(reset);
    return { plot: plot, place: place, chart: chart };
  }

  function drawAll() {
    shown.splice(0).forEach(one => one.chart.destroy());
    plots.forEach(plot => shown.push(draw(plot)));
  }

  drawAll();
  dark.addEventListener('change', drawAll);
  let waiting = 0;
  addEventListener('resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => shown.forEach(one => one.chart.setSize({ width: one.place.clientWidth, height: 260 })));
  });
  addEventListener('beforeprint', () => document.documentElement.classList.add('printing'));
  addEventListener('afterprint', () => document.documentElement.classList.remove('printing'));
})();
