using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>What the inbox brings.</summary>
internal sealed partial class CaseGrain
{
    public Task<CaseEventReply> ApplyStatus(ApplyStatus command, CancellationToken cancellationToken)
    {
        if (!Wire.TryRead<ReportedStatus>(command.Status, out var status))
        {
            return Task.FromResult(new CaseEventReply { Refusal = new RefusalView { Code = RefusalCodes.Webhooks.StatusUnknown } });
        }

        var text = string.IsNullOrWhiteSpace(command.Message) ? command.Status : command.Message;
        var report = new StatusReport
        {
            Id = command.CommandId,
            Status = status,
            ReportedAt = command.ReportedAt,
            AmazonReference = command.AmazonReference,
            Text = text,
            TextHash = Hash(text),
        };
        return Hear(
            command, (c, context) => CaseRules.ApplyStatus(c, report, context),
            (c, events) => ReferenceEquals(text, command.Status) && !events.Any(e => e is ReplyReceived) ? [] : [new Effect.TextKept(c.Id, report.TextHash, "reply", text)],
            cancellationToken);
    }

    public Task<CaseEventReply> HearNews(HearNews command, CancellationToken cancellationToken)
    {
        var news = new AmazonNews(command.Source, command.What, command.ReportedAt, new NewsSubject(command.MarketplaceId, command.Asin, command.Sku), command.Facts);
        return Hear(command, (c, context) => CaseRules.HearNews(c, news, context), (_, _) => [], cancellationToken);
    }

    private async Task<CaseEventReply> Hear(
        Command command, Func<SellerCase?, CaseContext, Decision<CaseEvent>> decide, Func<SellerCase, IReadOnlyList<CaseEvent>, Effect[]> kept, CancellationToken cancellationToken)
    {
        var turn = await Begin(command, cancellationToken);
        var isWritten = false;
        var reply = await journal.Run(command, new Turn<SellerCase, CaseEvent, CaseEventReply>
        {
            Decide = (c, _) => Followed(c, decide(c, turn.Case), turn.Promises),
            Reply = (_, no) => new CaseEventReply { Refusal = no, Written = no is null },
            Replayed = reply => reply with { Written = false },
            AlsoMake = (c, events) =>
            {
                isWritten = true;
                return [.. kept(c, events), .. turn.Effects(c, events)];
            },
        }, cancellationToken);
        return reply with { Written = reply.Written && isWritten };
    }
}
