// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <report/casepapers.h>
#include <support/tempstore.h>

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace huiyin::support {

/// Tells one story of a flow file, line by line, on a real case file. The lines are described in
/// tests/flows/README.md.
class StoryDesk
{
public:
    /// \param opening first line of the file
    StoryDesk(const std::shared_ptr<const Library> &library, const QJsonObject &opening);
    ~StoryDesk();

    /// Takes one line; gives what did not come as the line says, empty if all did.
    [[nodiscard]] QStringList tell(const QJsonObject &line);

private:
    [[nodiscard]] QStringList record(const QJsonObject &line);
    [[nodiscard]] QStringList act(const QJsonObject &line);
    [[nodiscard]] QStringList expect(const QJsonObject &line);
    [[nodiscard]] QStringList compute(const QJsonObject &line);
    [[nodiscard]] QStringList draw(const QJsonObject &line) const;
    [[nodiscard]] QStringList ledger(const QJsonObject &line);
    [[nodiscard]] QStringList paper(const QJsonObject &line);
    [[nodiscard]] QStringList registerLines(const Sheet &sheet, const QJsonObject &line);
    [[nodiscard]] PaperGround ground(const CaseFile &caseFile) const;
    [[nodiscard]] QStringList expectTasks(const QJsonObject &line, const std::optional<CaseId> &id);
    [[nodiscard]] QStringList outcome(const QJsonObject &line, const Result<Outcome> &result) const;

    TempStore m_store;
    std::shared_ptr<const Library> m_library;
    Instant m_now;
    std::unique_ptr<Desk> m_desk;
    QHash<QString, CaseId> m_cases;
};

} // namespace huiyin::support
