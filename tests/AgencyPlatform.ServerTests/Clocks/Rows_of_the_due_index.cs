using AgencyPlatform.Data.Due;

namespace AgencyPlatform.ServerTests.Clocks;

public sealed class Rows_of_the_due_index : IAsyncLifetime
{
    private readonly DueIndex index = DueIndex.Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await index.DisposeAsync();

    [Fact]
    public async Task are_claimed_once_while_the_lease_lasts()
    {
        await index.Arm("a", index.Now);

        Assert.Equal(["a"], await index.Claim(owner: "one"));
        Assert.Empty(await index.Claim(owner: "two"));
        Assert.Equal("one", index.Scalar<string>("SELECT claimed_by FROM due"));

        index.Time.Advance(DueRows.Lease - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await index.Claim(owner: "two"));
    }

    [Fact]
    public async Task can_be_claimed_by_anybody_once_the_lease_has_run_out()
    {
        await index.Arm("a", index.Now);
        await index.Claim(owner: "one");

        index.Time.Advance(DueRows.Lease);
        var again = Assert.Single(await index.Rows.Claim(index.Now, TimeSpan.Zero, 10, "two"));

        Assert.Equal(("a", "two", 2), (again.Key.CaseId, again.ClaimedBy, again.Attempts));
    }

    [Fact]
    public async Task of_two_who_ask_at_once_go_to_one()
    {
        await index.Fill(Enumerable.Range(0, 200).Select(i => (DueIndex.Tenant, $"c{i:d3}", index.Now)));

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => index.Claim(limit: 200, owner: $"owner {i}"))));

        Assert.Equal(200, claims.Sum(c => c.Length));
        Assert.Equal(200, claims.SelectMany(c => c).Distinct().Count());
    }

    [Fact]
    public async Task are_claimed_ahead_only_as_far_as_asked()
    {
        await index.Arm("soon", index.Now.AddSeconds(5));
        await index.Arm("later", index.Now.AddSeconds(5).AddMilliseconds(1));

        Assert.Equal(["soon"], await index.Claim(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task are_never_due_before_the_instant_they_were_armed_for()
    {
        var exact = index.Now.AddTicks(12_345);
        await index.Arm("a", exact);

        Assert.Equal(index.Now.AddMilliseconds(2), index.Rows.Next());
        Assert.Equal(DueRows.Held(exact), index.Rows.Next());
        Assert.Equal(index.Now, DueRows.Held(index.Now));
    }

    [Fact]
    public async Task come_oldest_first()
    {
        await index.Fill(Enumerable.Range(0, 50).Select(i => (DueIndex.Tenant, $"c{i * 7 % 50:d2}", index.Now.AddMinutes(-(i * 7 % 50)))));

        Assert.Equal(["c49", "c48", "c47"], await index.Claim(limit: 3));
        Assert.Equal(["c46", "c45", "c44"], await index.Claim(limit: 3));
    }

    [Fact]
    public async Task come_soonest_first_where_not_all_that_are_ahead_fit()
    {
        await index.Fill(Enumerable.Range(0, 5).Select(i => (DueIndex.Tenant, $"c{i * 3 % 5}", index.Now.AddSeconds(1 + (i * 3 % 5)))));

        Assert.Equal(["c0", "c1"], (await index.Claim(TimeSpan.FromSeconds(5), limit: 2)).Order());
        Assert.Equal(["c2", "c3"], (await index.Claim(TimeSpan.FromSeconds(5), limit: 2)).Order());
    }

    [Fact]
    public async Task of_a_small_agency_do_not_wait_behind_those_of_a_large_one()
    {
        await index.Fill(Enumerable.Range(0, 500).Select(i => ("large", $"l{i:d3}", index.Now.AddHours(-1).AddSeconds(i))));
        await index.Fill(Enumerable.Range(0, 3).Select(i => ("small", $"s{i}", index.Now.AddSeconds(-10 + i))));

        var claimed = await index.Claim(limit: 20);

        Assert.Equal(20, claimed.Length);
        Assert.Equal(["l000", "s0", "l001", "s1", "l002", "s2", "l003"], claimed[..7]);
    }

    [Fact]
    public async Task that_are_moved_lose_their_lease_and_their_history()
    {
        await index.Arm("a", index.Now);
        var row = Assert.Single(await index.Rows.Claim(index.Now, TimeSpan.Zero, 10, "one"));
        await index.Arm("a", index.Now.AddSeconds(1));

        await index.Rows.Failed(row, index.Now);
        await index.Rows.Release([row]);

        index.Time.Advance(TimeSpan.FromSeconds(1));
        var moved = Assert.Single(await index.Rows.Claim(index.Now, TimeSpan.Zero, 10, "two"));
        Assert.Equal((index.Now, 1), (moved.DueAt, moved.Attempts));
    }

    [Fact]
    public async Task that_are_given_back_can_be_claimed_at_once()
    {
        await index.Arm("a", index.Now);
        await index.Rows.Release(await index.Rows.Claim(index.Now, TimeSpan.Zero, 10, "one"));

        Assert.Equal(1, Assert.Single(await index.Rows.Claim(index.Now, TimeSpan.Zero, 10, "two")).Attempts);
    }

    [Fact]
    public async Task that_fail_come_up_ever_later_and_stand_in_nobodys_way()
    {
        await index.Arm("bad", index.Now.AddMinutes(-1));
        var pauses = new List<double>();
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            var row = Assert.Single(await index.Rows.Claim(index.Now, TimeSpan.Zero, 1, "one"));
            await index.Rows.Failed(row, index.Now);
            await index.Arm("good", index.Now);
            Assert.Equal(["good"], await index.Claim(limit: 1));
            await index.Disarm("good");
            pauses.Add((index.Rows.Next()!.Value - index.Now).TotalSeconds);
            index.Time.Advance(index.Rows.Next()!.Value - index.Now);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], pauses);
    }

    [Fact]
    public async Task say_when_the_first_of_them_comes_up()
    {
        Assert.Null(index.Rows.Next());

        await index.Arm("later", index.Now.AddHours(2));
        await index.Arm("first", index.Now.AddHours(1));
        Assert.Equal(index.Now.AddHours(1), index.Rows.Next());

        await index.Disarm("first");
        Assert.Equal(index.Now.AddHours(2), index.Rows.Next());
    }

    [Fact]
    public async Task say_how_far_behind_they_are()
    {
        await index.Arm("old", index.Now.AddMinutes(-3));
        await index.Arm("young", index.Now.AddMinutes(-1));
        await index.Arm("next", index.Now.AddMinutes(1));
        Assert.Equal(new DueLag(2, index.Now.AddMinutes(-3), 0), index.Rows.Lag(index.Now));

        await index.Claim();
        Assert.Equal(new DueLag(0, null, 0), index.Rows.Lag(index.Now));
    }

    [Fact]
    public async Task that_fail_count_as_late_until_they_are_only_their_cases_trouble()
    {
        await index.Arm("bad", index.Now);
        var dueAt = index.Now;
        for (var attempt = 1; attempt <= DueRows.Patience + 1; attempt++)
        {
            await index.Rows.Failed(Assert.Single(await index.Rows.Claim(index.Now, TimeSpan.Zero, 1, "one")), index.Now);
            var expected = attempt switch
            {
                1 => new DueLag(0, null, 0),
                <= DueRows.Patience => new DueLag(0, dueAt, 0),
                _ => new DueLag(0, null, 1),
            };
            Assert.Equal(expected, index.Rows.Lag(index.Now));
            index.Time.Advance(index.Rows.Next()!.Value - index.Now);
        }
    }
}
