using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Accounts;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Clients;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Hosting.Demo;

/// <summary>
/// Cases of the last two months, each given by the commands of real people at past instants. The same size makes the same
/// history, whenever it is made.
/// </summary>
internal sealed class DemoHistory(IServiceScopeFactory scopes, string tenant, DateTimeOffset now)
{
    private const int Author = 2, Reviewer = 1, Owner = 0;

    private static readonly string[] Letters = ["B0", "B1"];

    public async Task Make(int size, CancellationToken cancellationToken)
    {
        var accounts = await Accounts(cancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, size), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (at, token) => await Case(at, accounts[at % accounts.Count], token));
    }

    private async Task<List<(string Id, string Name)>> Accounts(CancellationToken cancellationToken)
    {
        List<(string, string)> accounts = [];
        foreach (var (client, at) in DemoWorld.Clients.Select((c, at) => (c, at)))
        {
            var since = now - TimeSpan.FromDays(90 - at);
            var registered = await As<ClientDesk, Contracts.Clients.ClientReply>(
                Owner, since, $"client {at}", d => d.Register(client.Name, client.Email, client.Language, cancellationToken));
            for (var store = 0; store < (at % 3 == 2 ? 1 : 2) && accounts.Count < 20; store++)
            {
                var (suffix, marketplaces, zone) = DemoWorld.Stores[(at + store) % DemoWorld.Stores.Length];
                var name = $"{DemoWorld.FirstName(client.Name)} {suffix}";
                var reply = await As<AccountDesk, Contracts.Accounts.AccountReply>(
                    Owner, since, $"account {at}.{store}", d => d.Register(registered.Client!.Id, name, SellerId(at, store), marketplaces, zone, cancellationToken));
                accounts.Add((reply.Account!.Id, name));
            }
        }

        return accounts;
    }

    /// <summary>Solved cases lie back weeks, open ones days or hours: a desk that is worked at, with little overdue.</summary>
    private static TimeSpan Age(int at) => TimeSpan.FromHours((at % 8) switch
    {
        >= 6 => 96 + (24 * (at * 7 % 55)) + (at % 9),
        5 => 62 + (at * 11 % 30),
        4 => 10 + (at * 11 % 90),
        _ => 2 + (at * 5 % 27),
    });

    /// <summary>How far a case got depends on its place: some are new, some wait, some came back, some are solved.</summary>
    private async Task Case(int at, (string Id, string Name) account, CancellationToken cancellationToken)
    {
        var notice = DemoNotices.All[at * 5 % DemoNotices.All.Count];
        var asin = $"{Letters[at % 2]}{Code(at, 8)}";
        var opened = now - Age(at);
        var text = notice.Notice.Replace("{asin}", asin, StringComparison.Ordinal)
            .Replace("{ref}", $"1{4_000_000_000 + (at * 7_919_113L)}", StringComparison.Ordinal).Replace("{complaint}", $"{8_000_000_000 + (at * 104_729L)}", StringComparison.Ordinal);
        var open = await Do(Author, opened, at, "open", d => d.Open(new CaseToOpen(account.Id, text, notice.CategoryId), cancellationToken));
        if (open.Case is not { } made || open.Refusal is not null) { return; }

        await Do(Author, opened.AddMinutes(20), at, "note", d => d.AddNote(made.Id, notice.Lines, cancellationToken));
        if (at % 8 == 0) { return; }
        if (made.Checklist is [{ } line, ..]) { await Do(Author, opened.AddHours(1), at, "ask", d => d.MarkEvidence(made.Id, line.Id, "requested", null, null, cancellationToken)); }
        if (at % 8 == 1) { return; }

        var letter = DemoNotices.Letter(notice, account.Name, asin, at % 5);
        var draft = await Do(Author, opened.AddHours(3), at, "draft", d => d.Draft(made.Id, new LetterToDraft(made.Desk, Channel(made.Desk, notice), letter), cancellationToken));
        if (draft.Refusal is not null || draft.AttemptNumber is not { } number || at % 8 == 2) { return; }
        await Do(Reviewer, opened.AddHours(5), at, "approve", d => d.Approve(made.Id, number, cancellationToken));
        if (at % 8 == 3) { return; }
        var sent = await Do(Author, opened.AddHours(6), at, "send", d => d.Send(made.Id, number, $"1{5_000_000_000 + (at * 15_485_863L)}", "Seller Central screenshot", cancellationToken));
        if (sent.Refusal is not null || at % 8 == 4) { return; }

        var isGranted = at % 8 >= 6;
        var (kind, words) = DemoNotices.Reply(isGranted, made.Language == "zh");
        var answered = opened.AddHours(6) + TimeSpan.FromHours(30 + (at % 20));
        if (answered >= now) { return; }
        await Do(Author, answered, at, "reply", d => d.RecordReply(made.Id, new ReplyToRecord(words, Address(made.Desk), answered, number, kind), cancellationToken));
        if (isGranted) { await Do(Owner, answered.AddMinutes(30), at, "resolve", d => d.Resolve(made.Id, "reinstated", "amazon-mail", $"mail of {answered:yyyy-MM-dd}", cancellationToken)); }
    }

    private Task<CaseReply> Do(int member, DateTimeOffset when, int at, string what, Func<CaseDesk, Task<CaseReply>> command) =>
        As<CaseDesk, CaseReply>(member, when < now ? when : now, $"case {at} {what}", command);

    /// <summary>Gives one command as a member, at an instant of the past, under an id of its own.</summary>
    private async Task<TReply> As<TDesk, TReply>(int member, DateTimeOffset when, string what, Func<TDesk, Task<TReply>> command)
        where TDesk : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        var role = DemoWorld.Members[member].Role;
        var id = DemoSeed.MemberId(member);
        var actor = new ActorInfo { Kind = "system", Id = "demo", Role = role, OnBehalfOf = id };
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Use(new Caller(tenant, id, DemoWorld.Members[member].Name, role, Policies.AnyScope).Principal("demo"));
        scope.ServiceProvider.GetRequiredService<CommandStamps>().Give(new CommandStamp(CommandStamp.Hashed($"demo {what}").ToString("n"), actor, null, when));
        return await command(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    private static string Channel(string desk, DemoNotice notice) => desk == notice.FirstDesk ? notice.Channel : desk is "NOTICE" or "NOTICE_DISPUTE" ? "email" : "portal";

    private static string Address(string desk) => desk switch
    {
        "PRODUCT_QUALITY" => "product-quality@amazon.com",
        "NOTICE" => "notice@amazon.com",
        "NOTICE_DISPUTE" => "notice-dispute@amazon.com",
        "CATALOG" => "merch.service@amazon.com",
        _ => "seller-performance@amazon.com",
    };

    private static string SellerId(int client, int store) => $"A{Code((client * 31) + store + 7, 12)}";

    private static string Code(int seed, int length) => Convert.ToHexString(CommandStamp.Hashed($"code {seed}").ToByteArray())[..length];
}
