using System.Text.Json;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Domain;
using Orleans.Runtime;

namespace AgencyPlatform.Grains.Effects;

/// <summary>What a grain tells its journal about one command.</summary>
/// <typeparam name="TReply">The grain's reply message.</typeparam>
internal sealed record Turn<TState, TEvent, TReply>
    where TState : class
{
    public required Func<TState?, DateTimeOffset, Decision<TEvent>> Decide { get; init; }
    public required Func<TState?, RefusalView?, TReply> Reply { get; init; }

    /// <summary>Marks a reply as the stored one.</summary>
    public required Func<TReply, TReply> Replayed { get; init; }

    /// <summary>Effects beyond timeline, row and reply, such as outgoing work.</summary>
    public Func<TState, IReadOnlyList<TEvent>, IEnumerable<Effect>>? AlsoMake { get; init; }
}

/// <summary>How a feature's state is folded, named and shown in lists.</summary>
internal sealed record Fold<TState, TEvent>(
    EventNames<TEvent> Names,
    Func<TState?, TEvent, DateTimeOffset, TState> Evolve,
    Func<TState?, TState, Effect?> Row)
    where TState : class;

/// <summary>
/// The one way a command changes a grain: seen before? return the stored reply; decide; fold the events; write state and
/// effects once; then answer. Nothing is believed before the write has succeeded.
/// </summary>
internal sealed class Journal<TRecord, TState, TEvent>(
    IPersistentState<TRecord> store, IGrainContext context, ICommandReplies replies, TimeProvider time, Fold<TState, TEvent> fold)
    where TRecord : Journaled<TState>, new()
    where TState : class
{
    private const string KeyReused = "request.idempotency-key-reused";

    public TState? State => store.State.State;

    public long Version => store.State.Version;

    /// <summary>When the command happens: now, unless the system itself brings history.</summary>
    public DateTimeOffset When(Command command) =>
        command.OccurredAt is { } past && command.Actor.Kind == "system" ? past : time.GetUtcNow();

    public async Task<TReply> Run<TReply>(Command command, Turn<TState, TEvent, TReply> turn, CancellationToken cancellationToken)
    {
        var before = store.State;
        if (before.Recent.Contains(command.CommandId)) { return await Repeat(command, turn, cancellationToken); }

        var recordedAt = time.GetUtcNow();
        var occurredAt = When(command);
        switch (turn.Decide(before.State, occurredAt))
        {
            case Decision<TEvent>.Refused { Reason: var no }:
                // What the command itself did earlier may be why it is refused now; the record's cache is short.
                return await Repeat(command, turn, cancellationToken, orElse: View(no));
            case Decision<TEvent>.Accepted { Events: [] }:
                return turn.Reply(before.State, null);
            case Decision<TEvent>.Accepted { Events: var events }:
                var state = events.Aggregate(before.State, (s, e) => fold.Evolve(s, e, occurredAt))!;
                var reply = turn.Reply(state, null);
                store.State = before with
                {
                    Version = before.Version + 1,
                    State = state,
                    Recent = [.. before.Recent.TakeLast(Journaled<TState>.Remembered - 1), command.CommandId],
                    Pending = Effects(command, events, before.State, state, reply, occurredAt, recordedAt, turn),
                };
                return await Write(before, command, reply, turn, cancellationToken);
            default:
                throw new InvalidOperationException("A decision is either accepted or refused.");
        }
    }

    private async Task<TReply> Write<TReply>(
        TRecord before, Command command, TReply reply, Turn<TState, TEvent, TReply> turn, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteStateAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            store.State = before;
            if (IsDuplicate(failure)) { return await Repeat(command, turn, cancellationToken); }

            // The outcome is unknown: let storage tell the next call.
            context.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, "A write failed."), CancellationToken.None);
            throw;
        }

        store.State = store.State with { Pending = [] };
        return reply;
    }

    private async Task<TReply> Repeat<TReply>(
        Command command, Turn<TState, TEvent, TReply> turn, CancellationToken cancellationToken, RefusalView? orElse = null)
    {
        var stored = await replies.Find(context.GrainId.Type.ToString()!, context.GrainId.Key.ToString()!, command.CommandId, cancellationToken);
        if (stored is null && orElse is not null) { return turn.Reply(State, orElse); }
        if (stored is { Fingerprint: { } print } && command.Fingerprint is { } asked && print != asked)
        {
            return turn.Reply(null, new RefusalView { Code = KeyReused });
        }

        return stored?.Reply is { } json
            ? turn.Replayed(JsonSerializer.Deserialize<TReply>(json, RecordJson.Options)!)
            : turn.Replayed(turn.Reply(State, null));
    }

    private List<Effect> Effects<TReply>(
        Command command, IReadOnlyList<TEvent> events, TState? before, TState state, TReply reply,
        DateTimeOffset occurredAt, DateTimeOffset recordedAt, Turn<TState, TEvent, TReply> turn)
    {
        var actor = new TimelineActor(command.Actor.Kind, command.Actor.Id, command.Actor.OnBehalfOf);
        var stream = $"{context.GrainId.Type}/{TenantKey.Of(context.GrainId.Key.ToString()!).LocalId}";
        var effects = new List<Effect>(events.Count + 3);
        foreach (var happened in events)
        {
            effects.Add(new Effect.TimelineRow(stream, fold.Names.Of(happened), occurredAt, recordedAt, actor, fold.Names.Write(happened)));
        }

        if (fold.Row(before, state) is { } row) { effects.Add(row); }

        // Only a caller who sent a key can repeat the request; a random id needs no copy of the reply.
        var kept = command.Fingerprint is null ? null : JsonSerializer.Serialize(reply, RecordJson.Options);
        effects.Add(new Effect.CommandReply(command.CommandId, command.Fingerprint, recordedAt, kept));
        if (command.InboxId is { } inbox) { effects.Add(InboxDone(inbox, recordedAt)); }
        if (turn.AlsoMake is { } make) { effects.AddRange(make(state, events)); }
        return effects;
    }

    private Effect.InboxDone InboxDone(string inbox, DateTimeOffset at)
    {
        var (kind, id) = (context.GrainId.Type.ToString(), TenantKey.Of(context.GrainId.Key.ToString()!).LocalId);
        return new Effect.InboxDone(inbox, at, kind == "case" ? id : null, kind == "seller-account" ? id : null);
    }

    private static RefusalView View(Refusal no) => new() { Code = no.Code, Facts = no.Facts };

    private static bool IsDuplicate(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is DuplicateCommandException) { return true; }
        }

        return false;
    }
}
