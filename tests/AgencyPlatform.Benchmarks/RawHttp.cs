using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace AgencyPlatform.Benchmarks;

/// <summary>
/// Posts over kept-alive connections with next to no work of its own: sender and server share the machine, and what a full
/// HTTP client costs would be taken from the server.
/// </summary>
public static class RawHttp
{
    /// <param name="request">Writes the next request of a connection into the buffer and tells its length.</param>
    /// <returns>Answers by status, and the time each took in milliseconds.</returns>
    public static async Task<(Dictionary<int, int> Answers, double[] Latencies)> Load(Uri address, int connections, TimeSpan length, Func<int, byte[], int> request)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(() => Post(address, c, until, request))));
        var answers = all.SelectMany(a => a.Answers).GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.Sum(a => a.Value));
        return (answers, [.. all.SelectMany(a => a.Latencies)]);
    }

    private static async Task<(Dictionary<int, int> Answers, List<double> Latencies)> Post(Uri address, int connection, long until, Func<int, byte[], int> request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var (output, input) = (new byte[8 << 10], new byte[8 << 10]);
        var (answers, latencies) = (new Dictionary<int, int>(), new List<double>(16_384));
        while (Stopwatch.GetTimestamp() < until)
        {
            var length = request(connection, output);
            var started = Stopwatch.GetTimestamp();
            for (var sent = 0; sent < length;) { sent += await socket.SendAsync(output.AsMemory(sent, length - sent)); }
            var status = await Answer(socket, input);
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        return (answers, latencies);
    }

    /// <summary>Reads one answer to its end, with a length or in chunks.</summary>
    private static async Task<int> Answer(Socket socket, byte[] input)
    {
        for (var read = 0; ;)
        {
            var more = await socket.ReceiveAsync(input.AsMemory(read));
            if (more == 0) { throw new IOException("The server closed the connection."); }
            read += more;
            if (IsWhole(input.AsSpan(0, read))) { return ((input[9] - '0') * 100) + ((input[10] - '0') * 10) + input[11] - '0'; }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) { return false; }
        var at = answer[..head].IndexOf("Content-Length: "u8);
        return at < 0 ? answer.EndsWith("0\r\n\r\n"u8) : int.Parse(Encoding.ASCII.GetString(answer[(at + 16)..head].ToArray()).Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture) <= answer.Length - head - 4;
    }
}
