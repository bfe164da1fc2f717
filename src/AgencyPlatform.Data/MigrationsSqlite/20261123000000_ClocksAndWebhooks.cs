using AgencyPlatform.Data.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyPlatform.Data.MigrationsSqlite
{
    /// <summary>Clocks, notifications and webhooks: tables of grain writes only, which EF's model leaves out of its migrations.</summary>
    [DbContext(typeof(SqliteAgencyDb))]
    [Migration("20261123000000_ClocksAndWebhooks")]
    public partial class ClocksAndWebhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(StoreSchema.SqliteClocksAndWebhooks);
    }
}
