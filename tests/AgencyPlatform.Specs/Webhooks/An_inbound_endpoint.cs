using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Specs.Webhooks;

public sealed class An_inbound_endpoint
{
    private static readonly DateTimeOffset Monday = Story.Monday;
    private static readonly EndpointCreated Request = new("e", EndpointKind.Status, "Case log", null, "sealed-1");
    private static readonly WebhookEndpoint Made = EndpointRules.Evolve(null, Request, Monday);

    [Fact]
    public void is_made_by_a_lead_and_has_a_name()
    {
        Assert.Single(EndpointRules.Create(null, Request, Story.Lea).Accepted());
        EndpointRules.Create(null, Request, Story.Ann).Refused(RefusalCodes.Endpoints.LeadNeeded);
        EndpointRules.Create(null, Request with { Name = " " }, Story.Lea).Refused(RefusalCodes.Endpoints.NameMissing);
        EndpointRules.Create(Made, Request, Story.Lea).Refused(RefusalCodes.Endpoints.Exists);
    }

    [Fact]
    public void is_managed_by_leads_only_and_only_where_it_is()
    {
        EndpointRules.Rotate(Made, "sealed-2", Story.Ann, Monday).Refused(RefusalCodes.Endpoints.LeadNeeded);
        EndpointRules.Pause(Made, Story.Ann).Refused(RefusalCodes.Endpoints.LeadNeeded);
        EndpointRules.Resume(Made, Story.Ann).Refused(RefusalCodes.Endpoints.LeadNeeded);
        EndpointRules.Rotate(null, "sealed-2", Story.Lea, Monday).Refused(RefusalCodes.Endpoints.Unknown);
        EndpointRules.Pause(null, Story.Lea).Refused(RefusalCodes.Endpoints.Unknown);
        EndpointRules.Count(null, new EndpointTally(1, 0, 0, Monday, null)).Refused(RefusalCodes.Endpoints.Unknown);
    }

    [Fact]
    public void keeps_the_old_secret_valid_for_a_day_after_a_rotation_and_not_a_moment_longer()
    {
        var rotated = Rotated(Made, "sealed-2", Monday.AddDays(3));
        var (old, fresh) = (rotated.Secrets[0], rotated.Secrets[1]);

        Assert.Equal(("sealed-1", "sealed-2"), (old.Ciphertext, fresh.Ciphertext));
        Assert.True(old.IsValidAt(Monday.AddDays(4).AddTicks(-1)));
        Assert.False(old.IsValidAt(Monday.AddDays(4)));
        Assert.True(fresh.IsValidAt(Monday.AddYears(10)));
    }

    [Fact]
    public void does_not_lengthen_the_life_of_a_secret_by_rotating_again()
    {
        var twice = Rotated(Rotated(Made, "sealed-2", Monday), "sealed-3", Monday.AddHours(20));

        Assert.Equal([Monday.AddHours(24), Monday.AddHours(44), null], twice.Secrets.Select(s => s.ValidUntil));
        Assert.Equal(["sealed-3", "sealed-4"], Rotated(twice, "sealed-4", Monday.AddHours(50)).Secrets.Select(s => s.Ciphertext));
    }

    [Fact]
    public void has_at_most_four_valid_secrets()
    {
        var four = Enumerable.Range(2, 3).Aggregate(Made, (e, n) => Rotated(e, $"sealed-{n}", Monday.AddHours(n)));

        EndpointRules.Rotate(four, "sealed-5", Story.Lea, Monday.AddHours(6)).Refused(RefusalCodes.Endpoints.RotatedTooOften);
        Assert.Single(EndpointRules.Rotate(four, "sealed-5", Story.Lea, Monday.AddHours(27)).Accepted());
    }

    [Fact]
    public void is_paused_and_resumed_once()
    {
        var paused = EndpointRules.Pause(Made, Story.Otto).Accepted().Aggregate(Made, (e, h) => EndpointRules.Evolve(e, h, Monday));
        Assert.Equal(EndpointState.Paused, paused.State);
        Assert.Empty(EndpointRules.Pause(paused, Story.Otto).Accepted());
        Assert.Equal(EndpointState.Active, EndpointRules.Resume(paused, Story.Otto).Accepted().Aggregate(paused, (e, h) => EndpointRules.Evolve(e, h, Monday)).State);
        Assert.Empty(EndpointRules.Resume(Made, Story.Otto).Accepted());
    }

    [Fact]
    public void adds_up_what_came_in()
    {
        EndpointTally[] tallies = [new(3, 1, 0, Monday, null), new(0, 0, 2, null, Monday.AddHours(1)), new(1, 0, 0, Monday.AddHours(2), null)];
        var counted = tallies.SelectMany(t => EndpointRules.Count(Made, t).Accepted()).Aggregate(Made, (e, h) => EndpointRules.Evolve(e, h, Monday));

        Assert.Equal(new EndpointHealth { Accepted = 4, Duplicates = 1, Rejected = 2, LastAcceptedAt = Monday.AddHours(2), LastRejectedAt = Monday.AddHours(1) }, counted.Health);
        Assert.Empty(EndpointRules.Count(Made, new EndpointTally(0, 0, 0, null, null)).Accepted());
    }

    private static WebhookEndpoint Rotated(WebhookEndpoint endpoint, string ciphertext, DateTimeOffset at) =>
        EndpointRules.Rotate(endpoint, ciphertext, Story.Lea, at).Accepted().Aggregate(endpoint, (e, h) => EndpointRules.Evolve(e, h, at));
}
