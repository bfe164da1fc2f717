using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Clients;

namespace AgencyPlatform.Server.Accounts.Pages;

/// <summary>A seller account to pick, with its client's name.</summary>
public sealed record AccountOption(string Id, string Name, string SellerId, string ClientName);

/// <summary>Finds seller accounts by name, seller id or client while a person types. Reads the list once per visit.</summary>
internal sealed class AccountChoice(AccountDesk accounts, ClientDesk clients)
{
    private const int Most = 5_000;
    private const int Shown = 12;

    private IReadOnlyList<AccountOption>? all;

    public async Task<IEnumerable<AccountOption>> Find(string? text, CancellationToken cancellationToken)
    {
        all ??= await Read(cancellationToken);
        var words = (text ?? "").Split([' ', '·'], StringSplitOptions.RemoveEmptyEntries);
        return all.Where(a => words.All(w => $"{a.Name} {a.ClientName} {a.SellerId}".Contains(w, StringComparison.CurrentCultureIgnoreCase))).Take(Shown);
    }

    private async Task<IReadOnlyList<AccountOption>> Read(CancellationToken cancellationToken)
    {
        var names = (await Everything((cursor, token) => clients.List(cursor, CaseQueries.PageLimit, token), cancellationToken)).ToDictionary(c => c.Id, c => c.Name);
        var lines = await Everything((cursor, token) => accounts.List(null, cursor, CaseQueries.PageLimit, token), cancellationToken);
        return [.. lines.Select(a => new AccountOption(a.Id, a.Name, a.SellerId, names.GetValueOrDefault(a.ClientId, ""))).OrderBy(a => a.Name, StringComparer.CurrentCulture)];
    }

    private static async Task<List<T>> Everything<T>(Func<string?, CancellationToken, Task<Page<T>>> read, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        string? cursor = null;
        do
        {
            var page = await read(cursor, cancellationToken);
            found.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && found.Count < Most);
        return found;
    }
}
