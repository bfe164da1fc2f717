using System.Collections.Concurrent;
using System.Net.Http.Json;

namespace AgencyPlatform.FaultTests;

/// <summary>Cases whose next action falls due within seconds, while the server may be dead: each must be raised once.</summary>
public sealed class PromisedSteps
{
    private readonly ConcurrentBag<string> promised = [];

    /// <summary>Cases whose step the server acknowledged.</summary>
    public IReadOnlyCollection<string> Promised => promised;

    public async Task Run(HttpClient http, AcknowledgedWork work, string account, CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var id = await work.Open(http, account, AcknowledgedWork.Key(), cancellationToken);
                using var answer = await http.PostAsJsonAsync(
                    $"/api/v1/cases/{id}/next-action", new { kind = "other", dueAt = DateTimeOffset.UtcNow.AddMilliseconds(Random.Shared.Next(500, 4_000)) }, cancellationToken);
                answer.EnsureSuccessStatusCode();
                promised.Add(id);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed.
        }
    }
}
