-- One address after the other from the file named after `--`; at the end the figures, as JSON.
local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  at = math.random(#paths)
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.stderr:write(string.format(
    '{"answers": %d, "seconds": %.6f, "wrong": %d, "p50": %.3f, "p99": %.3f}\n',
    summary.requests, summary.duration / 1e6, wrong,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
