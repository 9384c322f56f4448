// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/quietlabel.h>
#include <forms/wraprow.h>
#include <window/rosterform.h>

#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace huiyin {

namespace {

constexpr int kRoleRows = 4;

QLineEdit *field(QGridLayout &grid, int row, int column, const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    auto *edit = new QLineEdit(parent);
    label->setBuddy(edit);
    edit->setAccessibleName(QString(words).remove(QLatin1Char('*')).trimmed());
    grid.addWidget(label, row, column);
    grid.addWidget(edit, row, column + 1);
    return edit;
}

} // namespace

RosterForm::RosterForm(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_roles(new QListWidget(this))
    , m_new(new QPushButton(Theme::icon(QStringLiteral("plus")), tr("New person"), this))
    , m_keep(new QPushButton(Theme::icon(QStringLiteral("check")), tr("Put on the roster"), this))
    , m_disable(new QPushButton(tr("Take out of office"), this))
{
    const auto unit = spacingUnit(font());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(unit * 2);
    grid->setVerticalSpacing(unit * 2);
    m_id = field(*grid, 0, 0, tr("User name *"), this);
    m_id->setPlaceholderText(tr("as on this computer"));
    m_id->setToolTip(tr("The name the person logs in with; the program knows people by it."));
    m_name = field(*grid, 0, 2, tr("Name *"), this);
    m_department = field(*grid, 1, 0, tr("Department"), this);
    auto *roles = new QLabel(tr("Roles"), this);
    roles->setBuddy(m_roles);
    roles->setAlignment(Qt::AlignTop);
    m_roles->setAccessibleName(tr("Roles"));
    m_roles->setSpacing(unit);
    m_roles->setMaximumHeight(fontMetrics().height() * 2 * kRoleRows);
    grid->addWidget(m_department, 1, 1, 1, 3);
    grid->addWidget(roles, 2, 0);
    grid->addWidget(m_roles, 2, 1, 1, 3);
    auto *buttons = new WrapRow;
    buttons->setSpacing(unit * 2);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_new);
    buttons->addStretch();
    auto *leaving = new WrapRow;
    leaving->setSpacing(unit * 2);
    auto *label = new QLabel(tr("Reason"), this);
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("why the person leaves"));
    m_reason->setAccessibleName(tr("Reason for taking out of office"));
    label->setBuddy(m_reason);
    m_reason->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    leaving->addWidget(m_reason);
    leaving->addWidget(m_disable);
    grid->addLayout(buttons, 3, 1, 1, 3);
    grid->addWidget(label, 4, 0);
    grid->addLayout(leaving, 4, 1, 1, 3);
    for (auto *button : {m_new, m_keep, m_disable}) {
        button->setAccessibleName(button->text());
    }
    connect(m_keep, &QPushButton::clicked, this, &RosterForm::submit);
    connect(m_new, &QPushButton::clicked, this, [this] {
        showPerson(std::nullopt);
        m_id->setFocus();
        emit cleared();
    });
    connect(m_disable, &QPushButton::clicked, this, [this] {
        emit unwanted(m_id->text(), m_reason->text());
    });
}

void RosterForm::showPerson(const std::optional<Person> &person)
{
    const bool first = m_shell.desk.people().isEmpty();
    m_known = person.has_value();
    const auto &self = m_shell.desk.actor();
    m_id->setText(person ? person->id : first ? self.id : QString());
    m_name->setText(person ? person->name : first ? self.name : QString());
    m_department->setText(person ? person->department : QString());
    showRoles(person ? person->roles : QStringList());
    // The records name people by it: it stays what it was.
    m_id->setReadOnly(m_known);
    m_reason->setEnabled(m_known);
    m_disable->setEnabled(m_known);
    m_new->setEnabled(!first);
    const auto words = m_known ? tr("Save changes") : tr("Put on the roster");
    m_keep->setText(words);
    m_keep->setAccessibleName(words);
}

void RosterForm::recorded() { m_reason->clear(); }

void RosterForm::showRoles(const QStringList &held)
{
    const bool chinese = m_shell.language == Language::Chinese;
    m_roles->clear();
    for (const RoleRule &role : m_shell.desk.regulation().roles) {
        auto *item = new QListWidgetItem(chinese ? role.zh : role.en, m_roles);
        item->setData(Qt::UserRole, role.id);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(held.contains(role.id) ? Qt::Checked : Qt::Unchecked);
    }
}

void RosterForm::submit()
{
    Person person;
    person.id = m_id->text().trimmed();
    person.name = m_name->text().trimmed();
    person.department = m_department->text().trimmed();
    for (int i = 0; i < m_roles->count(); ++i) {
        if (m_roles->item(i)->checkState() == Qt::Checked) {
            person.roles.append(m_roles->item(i)->data(Qt::UserRole).toString());
        }
    }
    const auto people = m_shell.desk.people();
    const auto &self = m_shell.desk.actor().id;
    if (people.isEmpty() && person.id != self) {
        // Whoever is not on a roster may do nothing: the first entry must not lock its writer out.
        emit refused(
            tr("Put yourself (%1) on the roster first: once it has somebody, only people on "
               "it can go on working.")
                .arg(self));
        m_id->setFocus();
        return;
    }
    emit wanted(person);
}

} // namespace huiyin
