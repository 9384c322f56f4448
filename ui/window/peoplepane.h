// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace huiyin {

class RosterForm;

/// The people of the house: who is on the roster with which roles, who is away and who stands in,
/// and whether people are kept out of complaints about them under every regulation.
class PeoplePane : public QWidget
{
    Q_OBJECT

public:
    explicit PeoplePane(Shell &shell, QWidget *parent = nullptr);

    void refresh();

    [[nodiscard]] QTableWidget *table() const { return m_table; }

signals:
    void said(const QString &message);

private:
    void showPerson();
    void setAway(const QStringList &deputies);
    void keepOut(bool on);
    void add(const Person &person);
    void disable(const QString &id, const QString &reason);
    [[nodiscard]] bool tell(const Result<Outcome> &outcome, const QString &done);
    [[nodiscard]] std::optional<Person> current() const;
    [[nodiscard]] QStringList deputiesOf(const Person &person) const;

    Shell &m_shell;
    QVector<Person> m_people; ///< those who may act
    QCheckBox *m_recusal = nullptr;
    QTableWidget *m_table = nullptr;
    QWidget *m_editor = nullptr;
    RosterForm *m_entry = nullptr;
    QLabel *m_who = nullptr, *m_said = nullptr, *m_none = nullptr;
    QListWidget *m_deputies = nullptr;
    QPushButton *m_away = nullptr, *m_back = nullptr;
};

} // namespace huiyin
