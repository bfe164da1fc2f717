using System.Buffers;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>Why a body was not read to its end.</summary>
internal enum BodyFault { None, TooLong, NoRoom }

/// <summary>The raw bytes of a request in a borrowed buffer, never more than the limit and one copy while the buffer grows.</summary>
internal sealed class Body(Gates gates) : IDisposable
{
    public const int Limit = 1 << 20;

    private const int FirstGuess = 16 << 10;

    private byte[] buffer = [];
    private int length;

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    public async ValueTask<BodyFault> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit) { return BodyFault.TooLong; }
        if (!TryGrow((int)(request.ContentLength ?? FirstGuess))) { return BodyFault.NoRoom; }
        while (true)
        {
            if (length == buffer.Length)
            {
                if (request.ContentLength is not null && length >= request.ContentLength) { return BodyFault.None; }
                if (length >= Limit) { return await EndsHere(request, cancellationToken) ? BodyFault.None : BodyFault.TooLong; }
                if (!TryGrow(Math.Min(buffer.Length * 2, Limit))) { return BodyFault.NoRoom; }
            }

            int read;
            try
            {
                read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            }
            catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
            {
                // The server counts chunks too, framing included, and may come first.
                return BodyFault.TooLong;
            }

            if (read == 0) { return length <= Limit ? BodyFault.None : BodyFault.TooLong; }
            length += read;
        }
    }

    public void Dispose()
    {
        if (buffer.Length == 0) { return; }
        ArrayPool<byte>.Shared.Return(buffer);
        gates.GiveBack(buffer.Length);
        buffer = [];
    }

    private static async ValueTask<bool> EndsHere(HttpRequest request, CancellationToken cancellationToken) => await request.Body.ReadAsync(new byte[1], cancellationToken) == 0;

    private bool TryGrow(int atLeast)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(atLeast, 1));
        if (!gates.TryTake(larger.Length))
        {
            ArrayPool<byte>.Shared.Return(larger);
            return false;
        }

        buffer.AsSpan(0, length).CopyTo(larger);
        Dispose();
        buffer = larger;
        return true;
    }
}
