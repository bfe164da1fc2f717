using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Data;
using AgencyPlatform.Data.Identity;
using AgencyPlatform.Server.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Server.Hosting.Identity;

internal sealed class MemberLogIns(UserManager<AgencyUser> users, AgencyStore store) : IMemberLogIns
{
    public async Task<string?> Check(string email, string? password, string memberId)
    {
        // One address is one person; a person of another agency is not taken over by naming their address.
        if (await users.FindByEmailAsync(email) is { } known && known.Id != memberId) { return "member.email-taken"; }
        if (password is null) { return null; }
        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, new AgencyUser { Email = email, UserName = email }, password)).Succeeded) { return "member.password-weak"; }
        }

        return null;
    }

    public async Task Add(string tenant, MemberInfo member, string? password, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(member.Id) is null)
        {
            var user = new AgencyUser { Id = member.Id, UserName = member.Email, Email = member.Email, EmailConfirmed = true, DisplayName = member.Name, LockoutEnabled = true };
            var made = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
            if (!made.Succeeded) { throw new InvalidOperationException($"The log-in was not made: {string.Join(", ", made.Errors.Select(e => e.Code))}."); }
        }

        await using var db = store.Open(tenant);
        if (await db.Memberships.AnyAsync(m => m.UserId == member.Id, cancellationToken)) { return; }
        db.Memberships.Add(new Membership { Tenant = tenant, UserId = member.Id, Role = member.Role });
        await db.SaveChangesAsync(cancellationToken);
    }
}
