// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;

namespace huiyin {

class MoneyEdit;

/// Those whom a penalty may hit, one a row, with what the pack counts by. An empty row always
/// follows; a row without a name is none.
class PartyRows : public QWidget
{
    Q_OBJECT

public:
    /// \param kinds  kinds of party of the pack, the first is chosen
    /// \param points  whether the pack shares losses by base points
    PartyRows(const QStringList &kinds, bool points, QWidget *parent);

    void setFirst(const QString &name, const QString &department);

    /// `members` and `parties` as penalties ask for them.
    [[nodiscard]] QJsonObject value() const;

    /// What is said of one party besides its name and kind; empty if there is none of that name.
    [[nodiscard]] QJsonObject party(const QString &name) const;

    [[nodiscard]] static QString kindWord(const QString &kind);

    /// The rows as typed, finished or not, and back.
    [[nodiscard]] QJsonArray typed() const;
    void resume(const QJsonArray &rows);

signals:
    void edited();

private:
    struct Row
    {
        QComboBox *kind;
        QLineEdit *name, *department, *events, *points;
        MoneyEdit *bonus, *wage;
    };

    void addRow();
    [[nodiscard]] static QJsonObject valueOf(const Row &row);
    [[nodiscard]] static QList<std::pair<QString, QLineEdit *>> editsOf(const Row &row);

    QStringList m_kinds;
    bool m_points;
    std::vector<Row> m_rows;
};

} // namespace huiyin
