using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AgencyPlatform.ServerTests.Webhooks;

/// <summary>Requests that no decent client would send.</summary>
internal static class Raw
{
    public static Task<string> Post(Uri address, string endpointId, byte[] body, IEnumerable<(string Name, string Value)> headers) => Send(
        address,
        $"POST /webhooks/{endpointId} HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n"))}\r\n{Encoding.UTF8.GetString(body)}");

    /// <returns>The first bytes of the answer.</returns>
    public static async Task<string> Send(Uri address, string request)
    {
        using var client = new TcpClient(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request));
        return await Answer(client.GetStream());
    }

    /// <summary>A body of unknown length in chunks of 64 kB.</summary>
    public static async Task<string> Chunked(Uri address, string endpointId, int length)
    {
        using var client = new TcpClient(address.Host, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /webhooks/{endpointId} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
        try
        {
            for (var left = length; left > 0; left -= 64 << 10)
            {
                var chunk = Math.Min(left, 64 << 10);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{chunk.ToString("x", CultureInfo.InvariantCulture)}\r\n{new string(' ', chunk)}\r\n"));
            }

            await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        }
        catch (IOException)
        {
            // The server has said what it thinks of it before the end.
        }

        return await Answer(stream);
    }

    /// <summary>Sends a byte a second until the server has enough.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> Drip(Uri address, string endpointId, TimeSpan atMost)
    {
        using var client = new TcpClient(address.Host, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /webhooks/{endpointId} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"));
        var watch = Stopwatch.StartNew();
        var answer = Answer(stream);
        using var drops = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!answer.IsCompleted && watch.Elapsed < atMost)
        {
            try { await stream.WriteAsync(" "u8.ToArray()); }
            catch (IOException) { break; }
            await Task.WhenAny(answer, drops.WaitForNextTickAsync().AsTask());
        }

        return watch.Elapsed;
    }

    private static async Task<string> Answer(NetworkStream stream)
    {
        var buffer = new byte[4096];
        try
        {
            var read = await stream.ReadAsync(buffer);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
