// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <window/accesspane.h>
#include <window/regulationtables.h>

#include <QHash>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kMostEntries = 500;

} // namespace

AccessPane::AccessPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_table(plainTable(tr("Who looked at this case"), this))
    , m_words(new QLabel(this))
{
    const auto unit = spacingUnit(font());
    m_words->setWordWrap(true);
    m_words->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void AccessPane::showCase(const CaseFile &caseFile)
{
    m_case = caseFile.id;
    if (isVisible()) {
        read();
    }
}

void AccessPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

QString AccessPane::wordFor(const QString &what) const
{
    if (what == QLatin1String("view")) {
        return tr("looked at it");
    }
    if (what == QLatin1String("print")) {
        return tr("printed it");
    }
    if (what == QLatin1String("export")) {
        return tr("exported it");
    }
    return what == QLatin1String("reveal") ? tr("saw masked details") : what;
}

void AccessPane::read()
{
    if (!m_case) {
        return;
    }
    const auto entries = m_shell.desk.reader().accessesOf(*m_case, kMostEntries);
    if (!entries) {
        m_table->hide();
        m_words->setText(m_shell.sentence(entries.error()));
        return;
    }
    QHash<QString, QString> names;
    if (const auto roster = m_shell.desk.reader().roster()) {
        for (const auto &person : *roster) {
            names.insert(person.id, person.name.isEmpty() ? person.id : person.name);
        }
    }
    const auto now = m_shell.desk.now();
    RegulationTable table{{tr("When"), tr("Who"), tr("What"), tr("Paper or reason")}, 3, {}};
    for (const auto &entry : *entries) {
        table.rows.append({{DeadlineState::momentText(entry.at, now),
                            names.value(entry.actor, entry.actor),
                            wordFor(entry.what),
                            entry.detail},
                           {},
                           false});
    }
    fillTable(m_table, table);
    if (!entries->isEmpty()) {
        m_table->setCurrentCell(0, 0);
    }
    m_table->setVisible(!entries->isEmpty());
    m_words->setText(
        entries->isEmpty() ? tr("Nobody has looked at this case since it was recorded.")
        : entries->size() >= kMostEntries
            ? tr("The newest %1 entries; the whole log: huiyinctl log access.").arg(kMostEntries)
            : tr("%n entry(ies), newest first", nullptr, static_cast<int>(entries->size())));
}

} // namespace huiyin
