using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Clients;

namespace AgencyPlatform.Specs.Clients;

public sealed class A_client
{
    private static readonly ClientRegistered Shop = new("c", "Shop", "shop@client.example", "zh-Hans", null);
    private static readonly Client Known = ClientRules.Evolve(null, Shop);

    [Fact]
    public void has_a_name_and_may_have_an_address()
    {
        ClientRules.Register(null, Shop).Accepted();
        ClientRules.Register(null, Shop with { ContactEmail = null }).Accepted();
        ClientRules.Register(null, Shop with { Name = " " }).Refused(RefusalCodes.Clients.NameMissing);
        ClientRules.Register(null, Shop with { ContactEmail = "nobody" }).Refused(RefusalCodes.Clients.EmailInvalid);
    }

    [Fact]
    public void is_registered_once()
    {
        Assert.Empty(ClientRules.Register(Known, Shop).Accepted());
        ClientRules.Register(Known, Shop with { ClientId = "d" }).Refused(RefusalCodes.Clients.Exists);
    }

    [Fact]
    public void changes_its_name_contact_and_notes()
    {
        var changed = ClientRules.Rename(Known, "Store").Accepted()
            .Concat(ClientRules.ChangeContact(Known, "new@client.example", "en").Accepted())
            .Concat(ClientRules.ChangeNotes(Known, "pays late").Accepted())
            .Aggregate(Known, ClientRules.Evolve);
        Assert.Equal(("Store", "new@client.example", "en", "pays late"), (changed.Name, changed.ContactEmail, changed.Language, changed.Notes));
        Assert.Empty(ClientRules.Rename(Known, "Shop").Accepted());
        ClientRules.Rename(Known, "").Refused(RefusalCodes.Clients.NameMissing);
        ClientRules.ChangeContact(Known, "nobody", null).Refused(RefusalCodes.Clients.EmailInvalid);
        ClientRules.Rename(null, "x").Refused(RefusalCodes.Clients.Unknown);
    }
}
