// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/sheet.h>
#include <rules/texts.h>
#include <rules/toml.h>

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

namespace huiyin {

/// The text of a sheet changed row by row: words, order, hidden rows, rows more. What is not
/// changed stays as it was written, comments too. It checks nothing: readSheet() does, with line
/// and column.
class SheetEdit
{
public:
    /// Words printed in a row: a label, fixed words, the label of a part or of a signature.
    struct Words
    {
        QString field; ///< empty for fixed words
        QString zh, en;
    };

    /// Rows that a tall box holds together are one.
    struct Row
    {
        int rows = 1; ///< `[[row]]` tables in it
        double height = 9;
        bool hidden = false;
        bool required = false; ///< holds a field that must be filled: not to be hidden
        QVector<Words> words;
    };

    /// A column of a register: its head and what stands below it.
    struct Column
    {
        QString zh, en; ///< of the head, empty where it is the field's own name
        int span = 1;   ///< equal parts of the text width
        bool hidden = false;
    };

    SheetEdit(const QByteArray &toml, const FieldCatalogue &catalogue);

    /// Empty for a variant, which has no rows of its own, and for a text that is no TOML.
    [[nodiscard]] const QVector<Row> &rows() const { return m_rows; }

    [[nodiscard]] const Words &title() const { return m_title; }

    /// Rows can be moved, hidden and added: of a register only the words are free.
    [[nodiscard]] bool isOpen() const { return m_open; }

    /// \return false where the words stand in a way that only a person can change, in the text
    bool setTitle(Language language, const QString &text);
    /// \return as setTitle()
    bool setWords(int row, int words, Language language, const QString &text);
    void setHidden(int row, bool hidden);
    /// mm, of the first of the rows held together
    void setHeight(int row, double height);
    /// Puts a row before another; rows().size() puts it last.
    void move(int row, int before);
    /// A row for one more field below another, label at the left. \param zh, en  its label, empty =
    /// the field's own name
    void add(int below, const QString &field, const QString &zh = {}, const QString &en = {});

    /// A field the organisation may use as it likes, named where it stands.
    [[nodiscard]] static bool isOwnField(const QString &field);

    /// Of a register: the rows that columns() stand for, from 0; both -1 without columns.
    [[nodiscard]] std::pair<int, int> columnRows() const;

    /// The columns of a register from the left; empty for a form, and where the head does not stand
    /// cell by cell above the line.
    [[nodiscard]] const QVector<Column> &columns() const { return m_columns; }

    void setColumnWords(int column, Language language, const QString &text);
    void setColumnHidden(int column, bool hidden);
    /// The others give or take what it takes or gives, the widest first. \return false where they
    /// have no room
    bool setColumnSpan(int column, int span);
    /// Puts a column before another; columns().size() puts it last.
    void moveColumn(int column, int before);
    /// A column for one more field behind another, its room taken from the widest. \return false
    /// where there is no room
    bool
    addColumn(int behind, const QString &field, const QString &zh = {}, const QString &en = {});
    void setVersion(int version);

    [[nodiscard]] QByteArray toml() const;

private:
    struct Place
    {
        int line = 0, column = 0; ///< from 1, as in findings; line 0 = not there
    };

    /// Where words are written, or may be.
    struct Spot
    {
        Place zh, en;         ///< of the text in quotes
        Place after;          ///< of the value that new words are put behind
        QString zhKey, enKey; ///< zh, signZh, text
    };

    struct Block
    {
        int first = 0, end = 0; ///< lines from 0, comments above included
        QVector<int> heads;     ///< lines of `[[row]]`, from 0
        QVector<int> hidden;    ///< lines of `hidden`, from 0
        int height = -1;        ///< line of the first height, from 0
        QString part;
        QVector<Spot> spots;
    };

    void read();
    void readRow(const TomlValue &row, Row &into, Block &block) const;
    void readCell(const TomlValue &cell, bool isPart, Row &into, Block &block) const;
    bool write(const Spot &spot, Language language, const QString &text);
    [[nodiscard]] QStringList linesOf(const Block &block) const;
    void readColumns();
    void writeColumns();

    const FieldCatalogue &m_catalogue;
    QStringList m_lines;
    QVector<Row> m_rows;
    QVector<Block> m_blocks; ///< one for each row
    Words m_title;
    Spot m_titleSpot;
    int m_version = -1; ///< its line from 0
    int m_wide = 12;    ///< equal parts of the text width
    bool m_open = false;
    bool m_letter = false;
    int m_line = -1;           ///< of a register: the row repeated for each entry, from 0
    QStringList m_heads;       ///< the cells of its head, one for each column, as they are written
    QStringList m_entries;     ///< the cells of its line
    QVector<Column> m_columns; ///< what they say
};

/// The whole text of a variant: that of its base with its changes in it, so that its rows can be
/// edited. \param base  the text of the sheet it starts from
[[nodiscard]] QByteArray unfoldedSheet(const QByteArray &variant, const QByteArray &base);

} // namespace huiyin
