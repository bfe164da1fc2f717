using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Components;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>
/// One case as its page shows it. Reading and commands go through the same application classes as the API; what a command
/// answers is shown at once, and what only the read model knows follows with the next reading.
/// </summary>
public sealed class CaseScreen
{
    private readonly Func<CancellationToken, Task<CaseScreenData?>> read;
    private CaseScreenData? data;

    internal CaseScreen(Func<CancellationToken, Task<CaseScreenData?>> read, CaseDesk desk, Workplace workplace) =>
        (this.read, Desk, Workplace) = (read, desk, workplace);

    internal CaseDesk Desk { get; }

    internal Workplace Workplace { get; }

    public CaseView Case => data!.Case;

    public CaseAdvice Advice => data!.Advice;

    public AccountView? Account => data!.Account;

    public string ClientName => data!.ClientName;

    /// <summary>The playbook version the case runs on.</summary>
    public Playbook Playbook => data!.Playbook;

    public IReadOnlyList<TimelineItem> Timeline => data!.Timeline;

    public string? Notice => data!.Notice;

    public Category? Category => Playbook.Categories.GetValueOrDefault(Case.CategoryId);

    public string? Zone => Account?.TimeZone;

    /// <summary>Why the last command was refused; shown until the next one.</summary>
    public RefusalView? Refusal { get; private set; }

    /// <summary>Objections of the letter lint by attempt, for letters not sent yet.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<LetterFinding>> Findings => data!.Findings;

    public event Action? Changed;

    public bool IsThere => data is not null;

    public async Task Read(CancellationToken cancellationToken)
    {
        data = await read(cancellationToken);
        Changed?.Invoke();
    }

    public string Text(string hash) => data!.Texts.GetValueOrDefault(hash) ?? "";

    public MoveView? Move(string move, string? desk = null, int? attempt = null) =>
        Advice.Moves.FirstOrDefault(m => m.Move == move && (desk is null || m.Desk == desk) && (attempt is null || m.AttemptNumber == attempt));

    /// <summary>The refusal a move would meet now, or null where it is free or not known.</summary>
    public RefusalView? Why(string move, string? desk = null, int? attempt = null) => Move(move, desk, attempt)?.Refusal;

    public void Show(RefusalView? refusal)
    {
        Refusal = refusal;
        Changed?.Invoke();
    }

    /// <summary>Gives a command and shows what came of it.</summary>
    /// <returns>True where it was accepted.</returns>
    internal async Task<bool> Run(Func<CaseDesk, CancellationToken, Task<CaseReply>> command, CancellationToken cancellationToken = default)
    {
        var reply = await command(Desk, cancellationToken);
        Refusal = reply.Refusal;
        if (reply.Case is { } now) { data = data! with { Case = now }; }
        if (reply.Refusal is null) { await Read(cancellationToken); }
        else { Changed?.Invoke(); }
        return reply.Refusal is null;
    }
}

/// <summary>Everything one reading brings.</summary>
internal sealed record CaseScreenData(
    CaseView Case,
    CaseAdvice Advice,
    AccountView? Account,
    string ClientName,
    Playbook Playbook,
    IReadOnlyList<TimelineItem> Timeline,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<int, IReadOnlyList<LetterFinding>> Findings,
    string? Notice);
