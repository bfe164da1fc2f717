using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace AgencyPlatform.FaultTests;

/// <summary>What clients asked for and what the server acknowledged, over all its lives.</summary>
public sealed class AcknowledgedWork
{
    private readonly ConcurrentDictionary<string, Note> notes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> openings = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private TaskCompletionSource? reached;
    private int goal;
    private int asked;
    private int acknowledged;

    public int AcknowledgedCount => Volatile.Read(ref acknowledged);

    /// <summary>Completes when this many notes are acknowledged.</summary>
    public Task Reach(int count)
    {
        lock (gate)
        {
            goal = count;
            reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (acknowledged >= goal) { reached.SetResult(); }
            return reached.Task;
        }
    }

    /// <summary>Requests whose answer never came.</summary>
    public IEnumerable<Note> Unanswered => notes.Values.Where(n => !n.IsAcknowledged);

    public IEnumerable<Note> Acknowledged => notes.Values.Where(n => n.IsAcknowledged);

    /// <summary>Idempotency keys of acknowledged openings, with the case each was answered with.</summary>
    public IReadOnlyDictionary<string, string> Openings => openings;

    /// <summary>One client: notes on its cases, now and then a new case, until the server is gone.</summary>
    public async Task Run(HttpClient http, string accountId, IReadOnlyList<string> cases, int worker, CancellationToken cancellationToken)
    {
        for (var n = 0; !cancellationToken.IsCancellationRequested; n++)
        {
            try
            {
                if (n % 10 == 9) { await Open(http, accountId, Key(), cancellationToken); }
                else { await Ask(http, new Note(cases[(worker + n) % cases.Count], Key(), $"note {Interlocked.Increment(ref asked)}"), cancellationToken); }
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
            {
                return;
            }
        }
    }

    /// <summary>Sends a note; the same note again is the same request.</summary>
    public async Task Ask(HttpClient http, Note note, CancellationToken cancellationToken)
    {
        notes.TryAdd(note.Key, note);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{note.CaseId}/notes") { Content = JsonContent.Create(new { text = note.Text }) };
        request.Headers.Add("Idempotency-Key", note.Key);
        using var answer = await http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode) { throw new InvalidOperationException($"{(int)answer.StatusCode} for a note: {await answer.Content.ReadAsStringAsync(cancellationToken)}"); }
        notes[note.Key].IsAcknowledged = true;
        lock (gate)
        {
            if (++acknowledged >= goal) { reached?.TrySetResult(); }
        }
    }

    public async Task<string> Open(HttpClient http, string accountId, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = JsonContent.Create(new { sellerAccountId = accountId, categoryId = "PERF-LSR" }) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode) { throw new InvalidOperationException($"{(int)answer.StatusCode} for a case: {await answer.Content.ReadAsStringAsync(cancellationToken)}"); }
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!;
        openings[key] = id;
        return id;
    }

    public static string Key() => Guid.NewGuid().ToString("N");

    /// <summary>One note: where, under which key, and whether the server said yes.</summary>
    public sealed record Note(string CaseId, string Key, string Text)
    {
        public bool IsAcknowledged { get; set; }
    }
}
