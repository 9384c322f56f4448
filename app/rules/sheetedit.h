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
    /// A row for one more field below another, label at the left.
    void add(int below, const QString &field);
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

    const FieldCatalogue &m_catalogue;
    QStringList m_lines;
    QVector<Row> m_rows;
    QVector<Block> m_blocks; ///< one for each row
    Words m_title;
    Spot m_titleSpot;
    int m_version = -1; ///< its line from 0
    int m_columns = 12;
    bool m_open = false;
    bool m_letter = false;
};

} // namespace huiyin
