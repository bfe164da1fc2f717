using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace AgencyPlatform.Server.Paging;

/// <summary>Cursors that only their own tenant and list can use.</summary>
public sealed class Cursors(IDataProtectionProvider protection)
{
    public string Write(string tenant, string list, params ReadOnlySpan<string> parts) =>
        WebEncoders.Base64UrlEncode(For(tenant, list).Protect(Encoding.UTF8.GetBytes(string.Join('\n', parts!))));

    /// <returns>False where the cursor is not of this tenant and list.</returns>
    public bool TryRead(string tenant, string list, string cursor, out string[] parts)
    {
        try
        {
            parts = Encoding.UTF8.GetString(For(tenant, list).Unprotect(WebEncoders.Base64UrlDecode(cursor))).Split('\n');
            return true;
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            parts = [];
            return false;
        }
    }

    /// <summary>For lists by one id: where the page begins.</summary>
    /// <exception cref="CursorInvalidException">The cursor is not of this list.</exception>
    public string? After(string tenant, string list, string? cursor) =>
        cursor is null ? null : TryRead(tenant, list, cursor, out var parts) ? parts[0] : throw new CursorInvalidException();

    private IDataProtector For(string tenant, string list) => protection.CreateProtector("cursor", list, tenant);
}

/// <summary>A cursor that was not ours to use.</summary>
public sealed class CursorInvalidException() : Exception("The cursor belongs to another list or agency.");
