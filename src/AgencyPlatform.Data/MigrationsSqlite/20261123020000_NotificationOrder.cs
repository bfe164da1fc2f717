using AgencyPlatform.Data.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyPlatform.Data.MigrationsSqlite
{
    /// <summary>The order in which members read what they are told.</summary>
    [DbContext(typeof(SqliteAgencyDb))]
    [Migration("20261123020000_NotificationOrder")]
    public partial class NotificationOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(StoreSchema.SqliteNotificationOrder);
    }
}
