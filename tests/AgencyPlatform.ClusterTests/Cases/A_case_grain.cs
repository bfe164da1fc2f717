using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Data.Storage;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class A_case_grain(AgencyCluster cluster)
{
    [Fact]
    public async Task says_the_same_after_it_was_dropped_from_memory()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "IP-TRADEMARK", reference: "17293306485");
        await cluster.Case(opened.Id).AddNote(Note("Rights owner called back."));
        var before = await cluster.Case(opened.Id).Describe();

        await cluster.Deactivate(cluster.Case(opened.Id));

        Assert.Equivalent(before, await cluster.Case(opened.Id).Describe(), strict: true);
    }

    [Fact]
    public async Task applies_a_repeated_command_once()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "PQ-USEDNEW");
        var note = Note("Asked the warehouse for photos.");

        await cluster.Case(opened.Id).AddNote(note);
        await cluster.Case(opened.Id).AddNote(note);
        await cluster.Deactivate(cluster.Case(opened.Id));
        await cluster.Case(opened.Id).AddNote(note);

        Assert.Equal(1, Rows(opened.Id, "case.note-added.v1"));
    }

    [Fact]
    public async Task answers_with_the_version_that_it_then_has()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "PQ-USEDNEW");
        var noted = await cluster.Case(opened.Id).AddNote(Note("Called the warehouse."));
        var refused = await cluster.Case(opened.Id).AddNote(Note(" "));
        Assert.Equal((1, 2, 2, 2), (opened.Version, noted.Case!.Version, refused.Case!.Version, (await cluster.Case(opened.Id).Describe())!.Version));
    }

    [Fact]
    public async Task answers_a_repeated_command_with_the_stored_reply_even_when_its_cache_forgot_it()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "PQ-USEDNEW");
        var first = Note("Invoice received.") with { Fingerprint = "print-1" };
        var original = await cluster.Case(opened.Id).AddNote(first);
        for (var i = 0; i < 40; i++) { await cluster.Case(opened.Id).AddNote(Note($"Later note {i}.")); }

        var repeated = await cluster.Case(opened.Id).AddNote(first);

        Assert.True(repeated.Replayed);
        Assert.Equal(original.Case!.Version, repeated.Case!.Version);
        Assert.Equal(41, Rows(opened.Id, "case.note-added.v1"));
    }

    [Fact]
    public async Task refuses_a_key_that_comes_back_with_another_request()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "PQ-USEDNEW");
        var first = Note("Invoice received.") with { Fingerprint = "print-1" };
        await cluster.Case(opened.Id).AddNote(first);

        var other = await cluster.Case(opened.Id).AddNote(first with { Text = "Something else.", Fingerprint = "print-2" });

        Assert.Equal("request.idempotency-key-reused", other.Refusal?.Code);
    }

    [Fact]
    public async Task does_not_apply_a_command_twice_when_the_answer_of_its_write_was_lost()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "PQ-USEDNEW");
        var note = Note("Supplier confirmed the batch.");
        cluster.Storage.LoseNextAnswer();

        await Assert.ThrowsAnyAsync<Exception>(() => cluster.Case(opened.Id).AddNote(note));
        var repeated = await cluster.Case(opened.Id).AddNote(note);

        Assert.True(repeated.Replayed);
        Assert.Equal(1, Rows(opened.Id, "case.note-added.v1"));
    }

    [Fact]
    public async Task writes_its_list_row_with_every_change()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "PQ-USEDNEW");

        await cluster.Case(opened.Id).Resolve(new ResolveCase { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Outcome = "withdrawn" });

        Assert.Equal("resolved", cluster.Scalar<string>("SELECT stage FROM case_row WHERE tenant='t1' AND case_id=$id", ("$id", opened.Id)));
    }

    [Fact]
    public async Task has_its_list_row_made_again_from_its_record()
    {
        var opened = await cluster.OpenCase(await cluster.OpenAccount(), "IP-TRADEMARK", reference: "REF-" + AgencyCluster.NewId());
        var before = Listed(opened);
        await cluster.Writer.Run((connection, transaction) =>
        {
            using var lose = connection.CreateCommand();
            lose.Transaction = transaction;
            lose.CommandText = "DELETE FROM case_row; DELETE FROM case_term";
            return lose.ExecuteNonQuery();
        });

        await new ReadModelRebuild(cluster.Database, cluster.Writer).Run(CancellationToken.None);

        Assert.Equal(before, Listed(opened));
    }

    private string Listed(CaseView opened) =>
        cluster.Scalar<string>("SELECT number || stage || desk || due_at || terms || updated_at FROM case_row WHERE case_id=$id", ("$id", opened.Id))
        + cluster.Scalar<string>("SELECT group_concat(term) FROM case_term WHERE case_id=$id", ("$id", opened.Id))
        + cluster.Scalar<string>("SELECT sum(n) FROM case_count WHERE tenant='t1' AND n > 0 AND stage=$s", ("$s", opened.Stage));

    private static AddNote Note(string text) => new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Text = text };

    private int Rows(string caseId, string type) => cluster.Scalar<int>(
        "SELECT count(*) FROM timeline WHERE tenant='t1' AND stream=$s AND type=$t", ("$s", $"case/{caseId}"), ("$t", type));
}
