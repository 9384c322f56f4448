// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/quietlabel.h>
#include <forms/quietscroll.h>
#include <forms/wraprow.h>
#include <models/regulationwords.h>
#include <window/peoplepane.h>
#include <window/regulationtables.h>
#include <window/rosterform.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kLeastLines = 8; ///< of the list, its head among them

} // namespace

PeoplePane::PeoplePane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_recusal(new QCheckBox(tr("Recusal in the whole office"), this))
    , m_table(plainTable(tr("People"), this))
    , m_editor(new QWidget(this))
    , m_entry(new RosterForm(shell, this))
    , m_who(new QLabel(m_editor))
    , m_said(new QLabel(this))
    , m_none(new QuietLabel(tr("Nobody is on the roster: whoever starts the program does "
                               "everything. Put yourself on it first, then the others."),
                            this))
    , m_deputies(new QListWidget(m_editor))
    , m_away(new QPushButton(tr("Mark as away"), m_editor))
    , m_back(new QPushButton(tr("Is back"), m_editor))
{
    const auto unit = spacingUnit(font());
    m_recusal->setAccessibleName(m_recusal->text());
    m_deputies->setAccessibleName(tr("Deputies"));
    m_deputies->setSpacing(unit);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_who->setWordWrap(true);
    for (auto *button : {m_away, m_back}) {
        button->setAccessibleName(button->text());
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(unit * 2);
    buttons->addWidget(m_away);
    buttons->addWidget(m_back);
    buttons->addStretch();
    auto *editing = new QVBoxLayout(m_editor);
    editing->setContentsMargins(0, 0, 0, 0);
    editing->addWidget(m_who);
    editing->addWidget(m_deputies, 1);
    editing->addLayout(buttons);
    // At the largest letters the page is higher than the window: it scrolls as one.
    auto *inside = new QWidget(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(quietScroll(inside, this));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit);
    column->setSpacing(unit * 2);
    column->addWidget(m_recusal);
    column->addWidget(new QuietLabel(
        tr("Whatever the regulation says, people are kept out of complaints about them."), this));
    column->addWidget(m_none);
    m_table->setMinimumHeight(fontMetrics().height() * kLeastLines);
    column->addWidget(m_table, 1);
    column->addWidget(m_said);
    auto *entries = new WrapRow;
    entries->setSpacing(unit * 4);
    for (auto *entry : {static_cast<QWidget *>(m_entry), m_editor}) {
        entry->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        entries->addWidget(entry);
    }
    column->addLayout(entries);
    column->addStretch(0);
    connect(m_entry, &RosterForm::wanted, this, &PeoplePane::add);
    connect(m_entry, &RosterForm::unwanted, this, &PeoplePane::disable);
    connect(m_entry, &RosterForm::refused, m_said, &QLabel::setText);
    connect(m_entry, &RosterForm::cleared, this, [this] {
        const QSignalBlocker blocker(m_table);
        m_table->setCurrentCell(-1, -1);
        m_editor->hide();
        m_said->clear();
    });
    connect(m_recusal, &QCheckBox::clicked, this, &PeoplePane::keepOut);
    connect(m_table, &QTableWidget::currentCellChanged, this, &PeoplePane::showPerson);
    connect(m_away, &QPushButton::clicked, this, [this] {
        QStringList deputies;
        for (int i = 0; i < m_deputies->count(); ++i) {
            const auto *item = m_deputies->item(i);
            if (item->checkState() == Qt::Checked) {
                deputies.append(item->data(Qt::UserRole).toString());
            }
        }
        if (deputies.isEmpty()) {
            m_said->setText(tr("Tick who stands in meanwhile."));
        } else {
            setAway(deputies);
        }
    });
    connect(m_back, &QPushButton::clicked, this, [this] { setAway({}); });
    connect(&shell.desk, &Desk::actorChanged, this, &PeoplePane::refresh);
    refresh();
}

std::optional<Person> PeoplePane::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_people.size() ? std::optional(m_people.at(row)) : std::nullopt;
}

QStringList PeoplePane::deputiesOf(const Person &person) const
{
    QStringList ids;
    for (const Person &other : m_people) {
        if (other.deputyOf.contains(person.id)) {
            ids.append(other.id);
        }
    }
    return ids;
}

void PeoplePane::refresh()
{
    const int before = m_table->currentRow();
    m_recusal->setChecked(m_shell.desk.respondentsKeptOut());
    m_people = m_shell.desk.people();
    m_people.removeIf([](const Person &person) { return !person.enabled; });
    const RegulationWords words(m_shell.desk, m_shell.language);
    RegulationTable table{{tr("Name"), tr("Department"), tr("Roles"), tr("Away, deputies")}, 2, {}};
    for (const Person &person : std::as_const(m_people)) {
        table.rows.append({{person.name,
                            person.department,
                            words.who(person.roles),
                            person.away ? words.who(deputiesOf(person)) : QString()},
                           {},
                           false});
    }
    const QSignalBlocker blocker(m_table);
    fillTable(m_table, table);
    m_none->setVisible(m_people.isEmpty());
    m_table->setVisible(!m_people.isEmpty());
    m_table->setCurrentCell(
        std::clamp(before, 0, std::max(static_cast<int>(m_people.size()) - 1, 0)), 0);
    showPerson();
}

void PeoplePane::showPerson()
{
    const auto person = current();
    m_entry->showPerson(person);
    m_editor->setVisible(person.has_value() && m_people.size() > 1);
    if (!person) {
        return;
    }
    m_who->setText(!person->away ? tr("While %1 is away, these stand in:").arg(person->name)
                                 : tr("%1 is away; these stand in:").arg(person->name));
    m_deputies->clear();
    for (const Person &other : std::as_const(m_people)) {
        if (other.id == person->id) {
            continue;
        }
        auto *item = new QListWidgetItem(
            QStringList{other.name, other.department}.join(QStringLiteral("  ")), m_deputies);
        item->setData(Qt::UserRole, other.id);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(other.deputyOf.contains(person->id) ? Qt::Checked : Qt::Unchecked);
    }
    m_back->setEnabled(person->away);
}

bool PeoplePane::tell(const Result<Outcome> &outcome, const QString &done)
{
    QStringList sentences;
    if (!outcome) {
        sentences.append(m_shell.sentence(outcome.error()));
    }
    for (const Finding &finding : outcome ? outcome->findings : Findings()) {
        sentences.append(m_shell.sentence(finding));
    }
    m_said->setText(sentences.join(QLatin1Char('\n')));
    const bool fine = outcome && !refuses(outcome->findings);
    if (fine) {
        emit said(done);
    }
    refresh();
    return fine;
}

void PeoplePane::setAway(const QStringList &deputies)
{
    const auto person = current();
    if (person && tell(m_shell.desk.setAway(person->id, deputies),
                       deputies.isEmpty() ? tr("%1 is back.").arg(person->name)
                                          : tr("%1 is away.").arg(person->name))) {
        m_table->setFocus();
    }
}

void PeoplePane::add(const Person &person)
{
    if (tell(m_shell.desk.addPerson(person), tr("On the roster: %1").arg(person.name))) {
        for (int row = 0; row < m_people.size(); ++row) {
            if (m_people.at(row).id == person.id) {
                m_table->setCurrentCell(row, 0);
            }
        }
        m_table->setFocus();
    }
}

void PeoplePane::disable(const QString &id, const QString &reason)
{
    if (tell(m_shell.desk.disablePerson(id, reason), tr("Out of office: %1").arg(id))) {
        m_entry->recorded();
        m_table->setFocus();
    }
}

void PeoplePane::keepOut(bool on)
{
    if (!tell(m_shell.desk.keepRespondentsOut(on),
              on ? tr("From now on nobody sees or handles a complaint about himself.")
                 : tr("Now the regulation alone says who is kept out."))) {
        m_recusal->setChecked(m_shell.desk.respondentsKeptOut());
    }
}

} // namespace huiyin
