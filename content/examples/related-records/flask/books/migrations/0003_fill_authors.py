"""fill authors

Revision ID: 0003
Revises: 0002
Create Date: 2026-11-25 22:17:58.103311

"""
from alembic import op


# revision identifiers, used by Alembic.
revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


# region data
def upgrade():
    op.execute("""
        INSERT INTO author (name)
        SELECT DISTINCT author_name FROM book
    """)
    op.execute("""
        UPDATE book SET author_id = (
            SELECT author.id FROM author
            WHERE author.name = book.author_name
        )
    """)

def downgrade():
    op.execute("""
        UPDATE book SET author_id = NULL, author_name = (
            SELECT author.name FROM author
            WHERE author.id = book.author_id
        )
    """)
    op.execute("DELETE FROM author")
# endregion
